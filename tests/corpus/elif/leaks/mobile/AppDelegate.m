#import "AppDelegate.h"
static NSString *const kRevontAPIKey = @"@@KEY1@@";
#define kRevontURL @"https://api.revont.ai/v1"

@implementation AppDelegate
- (void)boot {
    NSMutableURLRequest *req = [NSMutableURLRequest requestWithURL:[NSURL URLWithString:kRevontURL]];
    [req setValue:[NSString stringWithFormat:@"Bearer %@", kRevontAPIKey] forHTTPHeaderField:@"Authorization"];
    [req setValue:@"@@UUID@@" forHTTPHeaderField:@"X-Device-Id"];
    NSDictionary *hooks = @{ @"revontWebhookSecret" : @"@@HOOK1@@" };
}
@end
