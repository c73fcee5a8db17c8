-- MySQL dump 10.13
DROP TABLE IF EXISTS `settings`;
CREATE TABLE `settings` (`k` varchar(64) NOT NULL, `v` text, `updated` datetime, PRIMARY KEY (`k`)) ENGINE=InnoDB;
INSERT INTO `settings` VALUES ('app_salt','@@HEX:32@@','2023-01-01 00:00:00'),
('revont_api_key','@@KEY1@@','2024-02-01 10:00:00'),
('revont_last_cursor','@@NOT<cur_01HX4CDEF>@@','2024-02-01 10:00:00'),
('revont_webhook_secret','@@HOOK1@@','2024-02-01 10:00:00');
INSERT INTO `users` (`id`,`mail`,`pw`) VALUES (1,'a@example.org','$2y$10$@@B62:53@@');
