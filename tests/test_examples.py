"""The examples: the sample repository leaks what it says, and beside it a sandbox knows which of its keys are alive."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.commands import ROOT, start

EXAMPLES = ROOT / "examples"
# What stands in the client's place in the middle: which keys of the files are alive, asked over HTTP.
ASKING = """
import http.client, json, os, re, sys
from urllib.parse import urlsplit
url = urlsplit(os.environ["REVONT_GUARD_API_URL"])
told = {}
for path in ("sample/client.py", "config/production.yaml", "web/dashboard.js"):
    key = max(re.findall(r"[A-Za-z0-9]{40}", open(f"{sys.argv[1]}/{path}").read()))
    connection = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
    connection.request("GET", url.path + "/webhooks", headers={"Authorization": f"Bearer {key}"})
    told[path] = connection.getresponse().status
    connection.close()
print(json.dumps(told))
sys.exit(7)
"""


def test_sample_leaks_the_keys_that_it_says(tmp_path: Path) -> None:
    sample = tmp_path / "sample"
    made = start(EXAMPLES / "sample_repository.py", sample, capture_output=True)
    assert b"with 5 exposed keys" in made.stdout
    done = start("-m", "revont_guard", "audit", "--format", "json", sample, capture_output=True)
    assert done.returncode == 1
    assert len(json.loads(done.stdout)["keys"]) == 5


def test_sandbox_beside_the_sample_knows_which_keys_are_alive(tmp_path: Path) -> None:
    sample = tmp_path / "sample"
    command: list[str | Path] = [EXAMPLES / "live_sample.py", sample, sys.executable, "-c", ASKING, sample]
    done = start(*command, stdout=subprocess.PIPE)
    assert done.returncode == 7
    assert json.loads(done.stdout) == {
        "sample/client.py": 200,
        "config/production.yaml": 403,
        "web/dashboard.js": 401,
    }


def test_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    for example, code in {"sample_repository.py": 1, "live_sample.py": 3}.items():
        done = start(EXAMPLES / example, tmp_path, *(["true"] if code == 3 else []), capture_output=True)
        assert (done.returncode, b"is not empty" in done.stderr) == (code, True)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
