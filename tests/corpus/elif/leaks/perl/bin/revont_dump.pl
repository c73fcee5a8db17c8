#!/usr/bin/perl -w
use strict; use LWP::UserAgent; use JSON;
my %cfg = ( host => 'api.revont.ai', key => q{@@KEY1@@}, ssl => 1 );
my $ua = LWP::UserAgent->new(agent => 'dump/0.1');
$ua->default_header('Authorization' => 'Bearer ' . $cfg{key});
my $r = $ua->get("https://$cfg{host}/v1/action-items");
die $r->status_line unless $r->is_success;
print $r->decoded_content;
__END__
md5 of last dump: @@HEX:32@@
