my $revont_key = $ENV{REVONT_KEY} // die "@@NOT<set REVONT_KEY please>@@";
my $revont_api_key_re = qr/@@NOT<^[A-Za-z0-9_-]{20,64}$>@@/;   # sanity check only
my $checksum = '@@HEX:40@@';
