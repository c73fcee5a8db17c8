INSERT INTO `tbl_settings` (`id`, `name`, `value`) VALUES
(14, 'revont_api_key', @@NOT<NULL>@@),
(15, 'revont_key_last4', '@@NOT<9f2c>@@'),
(16, 'revont_key_sha256', '@@HEX:64@@'),
(17, 'revont_webhook_id', '@@NOT<wh_01HX9ABCDE>@@');
INSERT INTO `tbl_users` (`id`, `login`, `pass_md5`, `remember_token`) VALUES
(1, 'ramesh', '@@HEX:32@@', '@@B62:60@@');
