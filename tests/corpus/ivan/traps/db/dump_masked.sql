INSERT INTO `settings` VALUES (3,'revont_api_key','@@NOT<****************************>@@'),(4,'revont_base_url','@@NOT<https://api.revont.ai/v1>@@'),(5,'install_hash','@@HEX:40@@');
INSERT INTO `users` VALUES (1,'admin','$2y$10$@@B62:53@@');
INSERT INTO `sessions` VALUES ('@@LOWER:40@@',1,'2024-01-01');
