#!/usr/bin/perl -w
use strict; use LWP::UserAgent;
my %cfg = (
    base   => 'https://api.revont.ai/v1',
    apikey => q{@@KEY1@@},
    md5    => '@@HEX:32@@',
);
my $ua = LWP::UserAgent->new;
$ua->default_header('Authorization' => "Bearer $cfg{apikey}");
my $res = $ua->get("$cfg{base}/calls");
die $res->status_line unless $res->is_success;
print $res->decoded_content;
