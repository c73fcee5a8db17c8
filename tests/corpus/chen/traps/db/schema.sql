CREATE TABLE tenant_settings (
  id uuid PRIMARY KEY DEFAULT '@@UUID@@',
  revont_api_key text CHECK (revont_api_key <> '@@NOT<changeme>@@'),
  revont_webhook_secret_enc bytea,
  revont_token varchar(128) DEFAULT '@@NOT<NOT_CONFIGURED>@@'
);
COMMENT ON COLUMN tenant_settings.revont_api_key IS '@@NOT<pgcrypto-encrypted, see ADR-17>@@';
INSERT INTO schema_migrations (version, checksum) VALUES ('20240211', '@@HEX:64@@');
