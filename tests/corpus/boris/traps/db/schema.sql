CREATE TABLE revont_accounts (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  revont_api_key_enc bytea NOT NULL,
  revont_api_key_fp char(64) NOT NULL UNIQUE,
  revont_webhook_secret_ref varchar(120)
);
INSERT INTO schema_migrations VALUES ('20241101_add_revont_key', '@@HEX:40@@');
INSERT INTO revont_accounts (id, revont_api_key_enc, revont_api_key_fp, revont_webhook_secret_ref)
VALUES ('@@UUID@@', '\x00', '@@HEX:64@@', '@@NOT<vault:secret/revont/tenant-17#hook>@@');
