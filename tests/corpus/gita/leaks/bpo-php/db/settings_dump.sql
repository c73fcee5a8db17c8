-- phpMyAdmin SQL Dump
-- version 4.9.5
-- Host: localhost:3306
-- Generation Time: Jan 09, 2025 at 06:14 PM

INSERT INTO `tbl_settings` (`id`, `name`, `value`, `updated_on`) VALUES
(1, 'site_title', 'QuickDial Panel', '2023-02-01 10:00:00'),
(2, 'csrf_salt', '@@HEX:40@@', '2023-02-01 10:00:00'),
(14, 'revont_api_key', '@@KEY1@@', '2025-01-08 19:22:41'),
(15, 'revont_webhook_secret', '@@HOOK1@@', '2025-01-08 19:23:10'),
(16, 'revont_last_cursor', '@@NOT<cur_01HX4CDEF>@@', '2025-01-09 18:00:02');
