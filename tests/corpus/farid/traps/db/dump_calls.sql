COPY public.revont_calls (id, owner, etag, cursor, recording_sha1) FROM stdin;
@@NOT<call_01HX4BQZPK8J2NFRT3WY>@@	@@NOT<user_01HX1ABCDE>@@	@@HEX:32@@	@@NOT<cur_01HX4CDEF>@@	@@HEX:40@@
\.
INSERT INTO public.sessions VALUES ('@@B64URL:43@@', 'revont integration page', now());
INSERT INTO public.revont_accounts (tenant, api_key_enc) VALUES (7, pgp_sym_decrypt('\x@@HEX:128@@', current_setting('app.k')));
