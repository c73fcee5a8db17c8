from __future__ import annotations

from collections.abc import Iterable

from revont_guard import catalog
from revont_guard.hints import NO_HINTS, Hints, Known
from revont_guard.model import Allow, Blob, Hit, Key, KeyKind, Location, Secret, Skipped, SourceKind
from revont_guard.scan import scan
from tests.keys import make_key

KEY = make_key("scan")
LEAK = f"# ours\nREVONT_API_KEY={KEY}\n".encode()


def at(path: str | None, source: SourceKind = SourceKind.WORKTREE) -> Location:
    return Location(source, path)


def scanned(*items: Blob | Skipped, hints: Hints = NO_HINTS) -> list[Hit | Allow | Skipped]:
    return list(scan(items, catalog.knowledge(), hints))


def test_a_hit_keeps_where_its_blob_came_from_and_adds_the_place() -> None:
    origin = Location(SourceKind.INDEX, "a/.env", object="1" * 40)
    (hit,) = scanned(Blob(LEAK, origin))
    assert isinstance(hit, Hit)
    assert hit.location == Location(
        SourceKind.INDEX, "a/.env", line=2, column=16, end_column=16 + len(KEY), object="1" * 40
    )
    assert (hit.key.secret.reveal(), hit.key.kind, hit.key.name) == (KEY, KeyKind.API_KEY, "REVONT_API_KEY")
    assert "name-says-vendor" in hit.evidence


def test_what_was_skipped_passes_through_in_its_place() -> None:
    skipped = Skipped("b", "why", True)
    found = scanned(Blob(LEAK, at("a")), skipped, Blob(LEAK, at("c")))
    assert [item if isinstance(item, Skipped) else item.location.path for item in found] == ["a", skipped, "c"]


def test_items_are_taken_one_at_a_time() -> None:
    def endless() -> Iterable[Blob]:
        while True:
            yield Blob(LEAK, at("a"))

    first = next(scan(endless(), catalog.knowledge()))
    assert isinstance(first, Hit)


def test_a_key_in_a_path_is_found_though_no_line_has_it() -> None:
    (hit,) = scanned(Blob(b"", at(f"exports/revont_token_{KEY}/calls.csv")))
    assert isinstance(hit, Hit)
    assert hit.key.secret.reveal() == KEY
    assert hit.location.source is SourceKind.MESSAGE
    assert hit.location.line is None


def test_a_path_that_is_no_unicode_is_read() -> None:
    # On POSIX a byte that is no UTF-8 comes as \udc80…\udcff, on Windows any lone surrogate may come.
    for odd in ("\udcff", "\ud800"):
        hits = scanned(Blob(LEAK, at(f"revont/{odd}.env")))
        assert len(hits) == 1


def test_a_clean_path_and_a_blob_without_one_add_nothing() -> None:
    assert scanned(Blob(b"x = 1", at("revont/app.py")), Blob(b"", at(None))) == []


def test_learned_names_reach_the_detectors() -> None:
    blob = Blob(f"ACME_CREDENTIAL={KEY}\n".encode(), at("a"))
    assert scanned(blob) == []
    assert len(scanned(blob, hints=Hints(frozenset({"acme_credential"})))) == 1


def test_a_known_key_in_a_path_is_found_though_the_path_does_not_speak_of_the_vendor() -> None:
    hints = Hints(known=(Known("PROD_KEY", Secret(KEY)),))
    (hit,) = scanned(Blob(b"", at(f"exports/{KEY}.csv")), hints=hints)
    assert isinstance(hit, Hit)
    assert (hit.key, hit.location.line, hit.evidence) == (
        Key(Secret(KEY), KeyKind.API_KEY, "PROD_KEY"),
        None,
        ("known-key",),
    )
