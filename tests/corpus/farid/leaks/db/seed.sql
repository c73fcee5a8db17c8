BEGIN;
UPDATE tenant_config
   SET json = jsonb_set(json, '{revont,apiKey}', '"@@KEY1@@"')
 WHERE tenant_id = '@@UUID@@';
-- pgcrypto would be nicer
SELECT set_config('revont.token', '@@KEY2@@', false);
COMMIT;
