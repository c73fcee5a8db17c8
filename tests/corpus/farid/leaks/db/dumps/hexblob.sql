-- mysqldump --hex-blob
INSERT INTO `vault_kv` (`name`,`blob`,`md5`) VALUES ('csrf_seed',0x@@HEX:48@@,'@@HEX:32@@'),('revont_api_key',0x@@ENC:hex@@@@KEY1@@@@END@@,'@@HEX:32@@');
