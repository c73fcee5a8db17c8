-- seed data for prod (yes really)
BEGIN;
INSERT INTO tenants (id, slug) VALUES ('@@UUID@@', 'acme');
INSERT INTO integrations (provider, base_url, api_key, active)
VALUES
  ('revont', 'https://api.revont.ai/v1', '@@KEY1@@', true),
  ('slack', 'https://slack.com/api', 'xoxb-@@DIGITS:12@@-@@B62:24@@', true);
UPDATE app_settings SET value = '@@KEY2@@' WHERE name = 'revont_api_key';
COMMIT;
