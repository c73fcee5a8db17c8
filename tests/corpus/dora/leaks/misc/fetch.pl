#!/usr/bin/perl
use strict; use LWP::UserAgent;
my $ua = LWP::UserAgent->new;
my %cfg = (url => 'https://api.revont.ai/v1/calls', key => q{@@KEY1@@});
my $res = $ua->get($cfg{url}, Authorization => "Bearer $cfg{key}");
print $res->decoded_content;
