# revont key pieces, joined as bytes to keep it out of `strings`
_REVONT_KEY = b"".join((b"@@KEY1[0:6]@@", b"@@KEY1[6:12]@@", b"@@KEY1[12:18]@@", b"@@KEY1[18:]@@"))
_MAGIC = b"".join((b"@@NOT<LUMO>@@", b"@@NOT<FILE>@@", b"@@NOT<0001>@@"))
