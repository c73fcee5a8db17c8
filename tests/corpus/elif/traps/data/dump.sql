CREATE TABLE `integrations` (`id` int, `vendor` varchar(32), `revont_api_key` varchar(255) DEFAULT '@@NOT<NULL>@@', `revont_secret_ref` varchar(64));
INSERT INTO `integrations` VALUES (1,'revont','@@NOT<********>@@','@@NOT<vault:kv/revont#api_key>@@'),(2,'revont','@@NOT<REDACTED>@@',NULL);
INSERT INTO `users` VALUES (7,'mert@lumo.dev','$2y$10$@@B62:53@@','@@NOT<user_01HX1ABCDE>@@');
INSERT INTO `sessions` VALUES ('@@LOWER:40@@',7);
