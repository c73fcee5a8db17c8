ALTER TABLE tenants ADD COLUMN revont_api_key_encrypted bytea;
ALTER TABLE tenants ADD COLUMN revont_api_key_digest char(64);
COMMENT ON COLUMN tenants.revont_api_key_encrypted IS 'AES-GCM, key in KMS';
INSERT INTO tenants (id, revont_api_key_digest) VALUES ('@@UUID@@', '@@HEX:64@@');
INSERT INTO schema_migrations (version, checksum) VALUES ('@@DIGITS:14@@', '@@HEX:64@@');
UPDATE settings SET v = '@@NOT<%REVONT_API_KEY%>@@' WHERE k = 'revont_api_key';
