CREATE TABLE revont_integrations (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  revont_api_key_encrypted bytea NOT NULL, -- @@NOT<AES-GCM, see crypto.py>@@
  revont_webhook_secret_id text DEFAULT '@@NOT<unset>@@',
  api_key_sha256 char(64)
);
INSERT INTO revont_integrations (id, api_key_sha256) VALUES ('@@UUID@@', '@@HEX:64@@');
INSERT INTO revont_calls (id, cursor, md5) VALUES ('@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@', '@@NOT<cur_01HX4CDEF>@@', '@@HEX:32@@');
