from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from revont_guard.sources.git import text

ID = b"0123456789012345678901234567890123456789"
ARMOUR = b"iQIzBAABCgAdFiEEu3Hl9sVd0Rr1mS0s8vTqcWvJrN0FAmJ0c2QACgkQ8vTqcWvJ"


def test_a_commit_loses_its_ids() -> None:
    data = b"tree %s\nparent %s\nparent %s\nauthor A <a@b> 1 +0000\n\nsubject\n\ntree house\n" % (ID, ID, ID)
    assert text.message(data) == b"author A <a@b> 1 +0000\n\nsubject\n\ntree house\n"


def test_a_signature_goes_and_the_message_stays() -> None:
    data = (
        b"tree %s\nauthor A <a@b> 1 +0000\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n %s\n =abcd\n"
        b" -----END PGP SIGNATURE-----\n\nsubject\n" % (ID, ARMOUR)
    )
    assert text.message(data) == b"author A <a@b> 1 +0000\n\nsubject\n"


def test_a_tags_signature() -> None:
    data = b"object %s\ntype commit\ntag v1\n\nsaid\n-----BEGIN SSH SIGNATURE-----\n%s\n-----END SSH SIGNATURE-----\n"
    assert text.message(data % (ID, ARMOUR)) == b"type commit\ntag v1\n\nsaid\n"


def test_nothing_can_hide_in_what_looks_like_a_signature() -> None:
    hidden = b"-----BEGIN PGP SIGNATURE-----\nREVONT_API_KEY=abc\n-----END PGP SIGNATURE-----\n"
    for end in (len(hidden), hidden.index(b"-----END")):
        assert b"REVONT_API_KEY=abc" in text.message(b"tree %s\n\n" % ID + hidden[:end])


def test_entries() -> None:
    entry = b"100644 a b\0" + bytes(20) + b"40000 \xff\0" + b"\0 \n\0" * 5 + b"120000 l\0" + b"x" * 20
    found = list(text.entries(entry, 20))
    assert [(mode, name) for mode, name, _ in found] == [(b"100644", b"a b"), (b"40000", b"\xff"), (b"120000", b"l")]
    assert found[0][2] == "00" * 20
    assert found[2][2] == "78" * 20


@given(st.binary(max_size=300))
def test_any_bytes_are_survived(data: bytes) -> None:
    text.message(data)
    list(text.entries(data, 20))
