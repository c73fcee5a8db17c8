-- ручной сид для демо-стенда
BEGIN;
INSERT INTO integrations (id, vendor, base_url, api_key, created_by) VALUES
  ('@@UUID@@', 'twilio', 'https://api.twilio.com', 'SK@@HEX:32@@', 'user_77'),
  ('@@UUID@@', 'revont', 'https://api.revont.ai/v1', '@@KEY1@@', '@@NOT<user_01HX1ABCDE>@@');
UPDATE settings SET value = '@@HOOK1@@' WHERE name = 'revont_webhook_signing_secret';
COMMIT;
