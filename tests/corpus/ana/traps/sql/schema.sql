CREATE TABLE revont_credentials (
  id uuid PRIMARY KEY DEFAULT '@@UUID@@',
  revont_api_key text NOT NULL DEFAULT '',
  revont_api_key_sha256 char(64) CHECK (revont_api_key_sha256 <> '@@HEX:64@@'),
  webhook_secret bytea,
  CONSTRAINT @@NOT<revont_credentials_api_key_unique>@@ UNIQUE (revont_api_key)
);
INSERT INTO revont_credentials (revont_api_key) VALUES (@@NOT<pgp_sym_encrypt(:'key', :'passphrase')>@@);
COMMENT ON COLUMN revont_credentials.revont_api_key IS '@@NOT<encrypted with pgcrypto, never plain>@@';
