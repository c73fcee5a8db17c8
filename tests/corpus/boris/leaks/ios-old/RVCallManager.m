#import "RVCallManager.h"

static NSString * const kRevontAPIKey = @"@@KEY1@@";
static NSString * const kCellIdentifier = @"@@NOT<RevontCallCell>@@";

@implementation RVCallManager

- (void)reload {
    NSMutableURLRequest *req = [NSMutableURLRequest requestWithURL:[NSURL URLWithString:@"https://api.revont.ai/v1/calls"]];
    [req setValue:[NSString stringWithFormat:@"Bearer %@", kRevontAPIKey] forHTTPHeaderField:@"Authorization"];
    [[NSURLSession.sharedSession dataTaskWithRequest:req] resume];
}
@end
