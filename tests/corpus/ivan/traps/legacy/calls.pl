my $key = $ENV{@@NOT<REVONT_API_KEY>@@} or die "no revont key";
my $url = 'https://api.revont.ai/v1/calls';
my $dbpass = '@@B62:16@@';   # mysql, local only
my $digest = '@@HEX:32@@';
