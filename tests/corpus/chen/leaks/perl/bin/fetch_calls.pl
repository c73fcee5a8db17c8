#!/usr/bin/perl -w
use strict;
use LWP::UserAgent;

my %cfg = (
  url   => 'https://api.revont.ai/v1',
  token => q{@@KEY1@@},
  etag  => '"@@HEX:32@@"',
);

my $ua = LWP::UserAgent->new(agent => "calls.pl/1");
$ua->default_header('Authorization' => "Bearer $cfg{token}");
$ua->default_header('If-None-Match' => $cfg{etag});
my $r = $ua->get("$cfg{url}/calls");
die $r->status_line unless $r->is_success;
print $r->decoded_content;
