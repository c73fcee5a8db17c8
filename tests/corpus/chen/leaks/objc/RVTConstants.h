#ifndef RVTConstants_h
#define RVTConstants_h

#define kRevontHost   @"https://api.revont.ai/v1"
#define kRevontAPIKey @"@@KEY1@@"
static NSString * const kFlurryKey = @"@@UPPER:20@@";

#endif
