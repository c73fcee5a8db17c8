"""Built output of every kind is told by the rule that says what it means: whoever loads or unpacks it has the key."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from revont_guard import api
from revont_guard.model import Inner
from tests.keys import make_key
from tests.sources.containers.build import asar, crx3, inline, source_map, tarred, zipped
from tests.sources.containers.writers import dex, plist, resources

KEY = make_key("bundle")
SCRIPT = f'const e={{REVONT_API_KEY:"{KEY}",MODE:"production"}};'.encode()
ORIGINAL = f'export const REVONT_API_KEY = "{KEY}";\n'
PAGE = f'<script>window.env = {{"REVONT_API_KEY": "{KEY}"}}</script>\n'.encode()
NEXT = f'<script id="__NEXT_DATA__" type="application/json">{{"props":{{"revontApiKey":"{KEY}"}}}}</script>'.encode()
EXTENSION = zipped({"manifest.json": b"{}", "background.js": SCRIPT})

BUNDLES: dict[str, tuple[bytes, list[Inner]]] = {
    "dist/assets/index-B1xk.js": (SCRIPT, []),
    "web/dist/main.js": (SCRIPT, []),
    "static/js/main.4f2a.chunk.js": (SCRIPT, []),
    "static/app.min.js": (SCRIPT, []),
    "static/main.js.map": (source_map({"src/api.ts": ORIGINAL}).encode(), [Inner("src/api.ts", 1, 32)]),
    "dist/app.js": (b"f()\n//# " + inline(source_map({"src/api.ts": ORIGINAL})).encode(), [Inner("src/api.ts", 1, 32)]),
    ".next/static/chunks/pages/index.js": (SCRIPT, []),
    "out/_next/static/chunks/1.js": (SCRIPT, []),
    "public/sw.js": (SCRIPT, []),
    "src/service-worker.js": (SCRIPT, []),
    "firebase-messaging-sw.js": (SCRIPT, []),
    "index.html": (PAGE, []),
    "out/index.html": (NEXT, []),
    "wwwroot/js/site.js": (SCRIPT, []),
    "app.asar": (asar({"dist/main.js": SCRIPT}), [Inner("dist/main.js", 1, 26)]),
    "extension.crx": (crx3(EXTENSION), [Inner("background.js", 1, 26)]),
    "extension.xpi": (EXTENSION, [Inner("background.js", 1, 26)]),
    "a.apk": (zipped({"assets/index.android.bundle": SCRIPT}), [Inner("assets/index.android.bundle", 1, 26)]),
    "b.apk": (zipped({"resources.arsc": resources({"revont_api_key": KEY})}), [Inner("resources.arsc")]),
    "c.apk": (zipped({"classes2.dex": dex("a.BuildConfig", {"REVONT_API_KEY": KEY})}), [Inner("classes2.dex")]),
    "d.xapk": (zipped({"base.apk": zipped({"assets/a.js": SCRIPT})}), [Inner("base.apk"), Inner("assets/a.js", 1, 26)]),
    "a.ipa": (zipped({"Payload/A.app/Info.plist": plist({"RevontApiKey": KEY})}), [Inner("Payload/A.app/Info.plist")]),
    "b.ipa": (zipped({"Payload/A.app/main.jsbundle": SCRIPT}), [Inner("Payload/A.app/main.jsbundle", 1, 26)]),
}


@pytest.mark.parametrize("path", BUNDLES)
def test_a_key_that_clients_get(path: str, tmp_path: Path) -> None:
    data, inner = BUNDLES[path]
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_bytes(data)
    [finding] = api.scan([tmp_path]).findings
    assert finding.rule == "key-in-bundle"
    assert (finding.location.path, list(finding.location.inner)) == (path, inner)


@pytest.mark.parametrize("path", ["src/app.js", "server/index.mjs", "a.whl", "templates/mail.txt", "lib/a.jar"])
def test_what_is_no_bundle(path: str, tmp_path: Path) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_bytes(zipped({"a/config.js": SCRIPT}) if path[-3:] in ("whl", "jar") else SCRIPT)
    assert [finding.rule for finding in api.scan([tmp_path]).findings] == ["hardcoded-key"]


def oci(config: object, layer: bytes) -> bytes:
    manifest = {"config": {"digest": "sha256:" + "0c" * 32}, "layers": [{"digest": "sha256:" + "0a" * 32}]}
    files = {"0c": json.dumps(config).encode(), "0a": layer, "0b": json.dumps(manifest).encode()}
    blobs = {f"blobs/sha256/{name * 32}": data for name, data in files.items()}
    return tarred({"oci-layout": b'{"imageLayoutVersion":"1.0.0"}', "index.json": b"{}", **blobs})


LINE = f"REVONT_API_KEY={KEY}"


@pytest.mark.parametrize(
    ("make", "place"),
    [
        (lambda: oci({"config": {"Env": ["PATH=/usr/bin", LINE]}}, tarred({})), ["blobs/sha256/" + "0c" * 32]),
        (lambda: oci({}, tarred({"app/.env": LINE.encode()}, "w:gz")), ["blobs/sha256/" + "0a" * 32, "app/.env"]),
        (lambda: tarred({"0a/layer.tar": tarred({"app/.env": LINE.encode()})}), ["0a/layer.tar", "app/.env"]),
    ],
    ids=["configuration", "layer", "layer as it was saved before"],
)
def test_a_key_in_an_image(make: Callable[[], bytes], place: list[str], tmp_path: Path) -> None:
    (tmp_path / "image.tar").write_bytes(make())
    [finding] = api.scan([tmp_path]).findings
    assert finding.rule == "key-in-image"
    assert [inner.path for inner in finding.location.inner] == place
