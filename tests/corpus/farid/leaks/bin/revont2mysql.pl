#!/usr/bin/perl -w
use strict;
use LWP::UserAgent;
use DBI;

my $dbh = DBI->connect("dbi:mysql:crm", "crm", $ENV{CRM_PW});
my %cfg = (
	revont_key  => q{@@KEY1@@},
	revont_hook => q(@@HOOK1@@),
	host        => 'api.revont.ai',
	md5_of_last => '@@HEX:32@@',
);

my $ua = LWP::UserAgent->new(agent => 'revont2mysql/1.1');
$ua->default_header('Authorization' => "Bearer $cfg{revont_key}");
my $r = $ua->get("https://$cfg{host}/v1/contacts");
die $r->status_line unless $r->is_success;
print <<"EOT";
Contacts fetched: @{[ length $r->content ]} bytes
EOT
