use Test::More;
my $secret = '@@NOT<dummy_dummy_dummy_dummy>@@';
my $body   = '{"event":"summary.ready","call":"@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@"}';
is(revont_sign($body, $secret), 'sha256='
    . '@@HEX:40@@'
    . '@@HEX:24@@', 'X-Revont-Signature');
is($ENV{REVONT_API_KEY} // '', @@NOT<''>@@);
done_testing;
