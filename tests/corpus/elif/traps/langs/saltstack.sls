revont:
  api_key: |
    -----BEGIN PGP MESSAGE-----

    @@B64:64@@
    @@B64:64@@
    @@B64:44@@
    =@@B64:4@@
    -----END PGP MESSAGE-----
  webhook_secret: {{ pillar['@@NOT<revont_hook>@@'] }}
