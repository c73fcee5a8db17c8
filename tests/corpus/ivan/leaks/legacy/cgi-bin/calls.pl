#!/usr/bin/perl -w
use strict;
use LWP::UserAgent;
use JSON;

my %cfg = (
	revont_url	=> 'https://api.revont.ai/v1',
	revont_key	=> q{@@KEY1@@},
	db_pass		=> $ENV{CALLS_DB_PASS},
);
my $ua = LWP::UserAgent->new(timeout => 20);
$ua->default_header(Authorization => "Bearer $cfg{revont_key}");
my $res = $ua->get("$cfg{revont_url}/contacts");
die $res->status_line unless $res->is_success;
print "Content-type: text/html\n\n";
print "<li>$_->{name}</li>\n" for @{ decode_json($res->content)->{data} };
