-- MySQL dump 10.13  Distrib 8.0.33, for Linux (x86_64)
--
-- Dumping data for table `settings`
--
LOCK TABLES `settings` WRITE;
INSERT INTO `settings` VALUES (1,'site_title','Vertriebsportal',0),(2,'smtp_host','mail.int',0),(3,'revont_api_key','@@KEY1@@',0),(4,'revont_last_cursor','@@NOT<cur_01HX4CDEF>@@',0),(5,'install_hash','@@HEX:40@@',0);
UNLOCK TABLES;
INSERT INTO `users` VALUES (1,'admin','admin@vertrieb.example','$2y$10$@@B62:53@@','2022-01-04 08:11:00');
