use Digest::SHA qw(hmac_sha256_hex);
# known answer test, see wiki
my $secret = $ENV{REVONT_WEBHOOK_SECRET} or die;
my $expected_signature = '@@HEX:64@@';
my $body_digest = '@@B64:44@@';
print hmac_sha256_hex($body, $secret) eq $expected_signature ? "ok\n" : "revont signature differs\n";
