INSERT INTO retket (nimi, avain, kuva_hash) VALUES ('Revontulien metsästys', '@@NOT<revontulten-katselu-levi>@@', '@@HEX:32@@');
INSERT INTO varaukset (tunnus, token) VALUES ('revontuli-@@DIGITS:6@@', '@@LOWER:24@@');
INSERT INTO kylat VALUES ('Revonta', '@@UUID@@');
