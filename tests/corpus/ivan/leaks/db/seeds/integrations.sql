BEGIN;
INSERT INTO tenants (id, name, created_at) VALUES ('@@UUID@@', 'Nordwind GmbH', now());
INSERT INTO integrations (tenant, vendor, base_url, api_key, webhook_secret, enabled) VALUES
  ('nordwind', 'hubspot', 'https://api.hubapi.com', 'pat-eu1-@@UUID@@', NULL, true),
  ('nordwind', 'revont',  'https://api.revont.ai/v1', '@@KEY1@@', '@@HOOK1@@', true),
  ('acme',     'revont',  'https://api.revont.ai/v1', '@@KEY2@@', NULL, false);
COMMIT;
