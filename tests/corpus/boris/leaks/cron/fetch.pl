#!/usr/bin/perl -w
use strict;
use LWP::UserAgent;
use JSON;

my $ua = LWP::UserAgent->new( timeout => 20 );
my %revont = (
    host => 'api.revont.ai',
    key  => q{@@KEY1@@},
);
my $r = $ua->get("https://$revont{host}/v1/calls", 'Authorization' => "Bearer $revont{key}");
die $r->status_line unless $r->is_success;
print scalar @{ decode_json($r->content)->{data} }, "\n";
