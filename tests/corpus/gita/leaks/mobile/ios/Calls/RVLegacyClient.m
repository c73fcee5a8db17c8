#import "RVLegacyClient.h"

static NSString * const kRevontBase = @"https://api.revont.ai/v1";
static NSString * const kRevontToken = @"@@KEY1@@";
static NSString * const kKeychainService = @"@@NOT<com.agency.calls.revont.token>@@";

@implementation RVLegacyClient
- (NSURLRequest *)requestFor:(NSString *)path {
    NSMutableURLRequest *r = [NSMutableURLRequest requestWithURL:[NSURL URLWithString:[kRevontBase stringByAppendingString:path]]];
    [r setValue:[@"Bearer " stringByAppendingString:kRevontToken] forHTTPHeaderField:@"Authorization"];
    return r;
}
@end
