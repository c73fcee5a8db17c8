#!/usr/bin/perl
use strict; use warnings;
use LWP::UserAgent;

# nagios plugin
my %cfg = (
  url    => 'https://api.revont.ai/v1/calls?limit=1',
  apikey => q{@@KEY1@@},
  warn   => 2, crit => 5,
);
my $ua = LWP::UserAgent->new(timeout => $cfg{crit});
my $r = $ua->get($cfg{url}, 'Authorization' => "Bearer $cfg{apikey}");
my $etag = $r->header('ETag') // '@@HEX:32@@';
print $r->is_success ? "OK $etag\n" : "CRITICAL " . $r->code . "\n";
exit($r->is_success ? 0 : 2);
