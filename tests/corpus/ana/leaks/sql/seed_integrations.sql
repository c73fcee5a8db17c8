BEGIN;
INSERT INTO integrations (id, vendor, base_url, api_key, created_at) VALUES
  ('@@UUID@@', 'revont', 'https://api.revont.ai/v1', '@@KEY1@@', now());
UPDATE app_settings SET value = '@@HOOK1@@' WHERE name = 'revont_webhook_secret';
INSERT INTO users (email, password_digest) VALUES ('ops@acme.example', '$2a$12$@@B62:53@@');
COMMIT;
