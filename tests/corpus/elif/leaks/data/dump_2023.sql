-- MySQL dump 10.13
CREATE TABLE `integrations` (
  `id` char(36) NOT NULL, `vendor` varchar(32), `api_key` varchar(255), `etag` varchar(64)
);
INSERT INTO `integrations` (`id`,`vendor`,`api_key`,`etag`) VALUES ('@@UUID@@','revont','@@KEY1@@','@@HEX:32@@');
INSERT INTO `settings` (`k`,`v`) VALUES ('revont_api_key','@@KEY2@@'),('theme','@@NOT<revontuli-night>@@'),('csrf_salt','@@B62:32@@');
UPDATE settings SET v='@@HOOK1@@' WHERE k='revont.webhook_secret';
