-- keys of the tenants, encrypted by the app
CREATE TABLE revont_keys (
  tenant_id uuid PRIMARY KEY,
  api_key_hash char(64) NOT NULL,
  api_key_last4 char(4),
  webhook_id text DEFAULT '@@NOT<wh_01HX9ABCDE>@@'
);
INSERT INTO revont_keys VALUES ('@@UUID@@', '@@HEX:64@@', '9f3c');
