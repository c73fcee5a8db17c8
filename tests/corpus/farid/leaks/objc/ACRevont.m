#import "ACRevont.h"

static NSString * const kACRevontAPIKey = @"@@KEY1[0:15]@@"
                                          @"@@KEY1[15:]@@";

@implementation ACRevont
- (NSURLRequest *)callsRequest {
    NSMutableURLRequest *r = [NSMutableURLRequest requestWithURL:[NSURL URLWithString:@"https://api.revont.ai/v1/calls"]];
    [r setValue:[@"Bearer " stringByAppendingString:kACRevontAPIKey] forHTTPHeaderField:@"Authorization"];
    return r;
}
@end
