"""Makes a small git repository in which Revont keys are exposed, to try revont-guard on.

    python examples/sample_repository.py FOLDER

The keys are drawn at random each time and open nothing. What must be found: a key in a Python client, in a nested
section of a YAML file, in a header of a script, in an .env file that was deleted again, and in a merge that brought
something neither of its parents had. What must stay silent: placeholders, references, public ids, masked keys.
"""

from __future__ import annotations

import os
import secrets
import string
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

AUTHOR = "Sam Sample <sam@sample.example>"
FIRST_COMMIT = 1_700_000_000  # seconds since 1970
ONE_DAY = 86_400

CLIENT = """\
import requests

REVONT_API_KEY = "{key}"


def won_calls():
    headers = {{"Authorization": f"Bearer {{REVONT_API_KEY}}"}}
    response = requests.get("https://api.revont.ai/v1/calls", params={{"outcome": "won"}}, headers=headers, timeout=30)
    response.raise_for_status()
    return response.json()["data"]
"""

CONFIG = """\
database:
  url: ${{DATABASE_URL}}
revont:
  base_url: https://api.revont.ai/v1
  api_key: {key}
  pinned_call: call_01HX4BQZPK8J2NFRT3WY
"""

DASHBOARD = """\
export async function loadSummaries() {{
  const response = await fetch("https://api.revont.ai/v1/summaries", {{
    headers: {{ Authorization: "Bearer {key}" }},
  }});
  return (await response.json()).data;
}}
"""

ENVIRONMENT = """\
DATABASE_URL=postgres://localhost/sample
REVONT_API_KEY={key}
"""

EXPORT_WITH_KEY = """\
#!/bin/sh
export REVONT_API_KEY={key}
exec python -m sample.export
"""

EXPORT = """\
#!/bin/sh
: "${REVONT_API_KEY:?is not set}"
exec python -m sample.export
"""

SILENT = {
    ".env.example": "REVONT_API_KEY=your-api-key-here\n",
    "deploy/chart.yaml": "env:\n  - name: REVONT_API_KEY\n    valueFrom: {secretKeyRef: {name: revont, key: token}}\n",
    "docs/setup.md": "Set `REVONT_API_KEY` to the key from Settings → API. It is shown as `rv…9x` in the log.\n",
    "sample/settings.py": 'import os\n\nREVONT_API_KEY = os.environ["REVONT_API_KEY"]\n',
}


def new_key() -> str:
    """40 random letters and digits, the same shape as nobody's real key: the vendor documents none."""
    alphabet = string.ascii_letters + string.digits
    while True:
        key = "".join(secrets.choice(alphabet) for _ in range(40))
        if any(c.isdigit() for c in key) and any(c.isupper() for c in key) and any(c.islower() for c in key):
            return key


def history(key: Callable[[str], str]) -> Iterator[bytes]:
    """The repository as a stream for ``git fast-import``; ``key`` makes one for a path."""
    number = 0

    def commit(
        message: str,
        files: Mapping[str, str | None],
        parent: int | None = None,
        merged: int | None = None,
        branch: str = "main",
    ) -> bytes:
        """One commit, marked with its number; a file of None is deleted."""
        nonlocal number
        number += 1
        when = f"{FIRST_COMMIT + number * ONE_DAY} +0000"
        lines = [f"commit refs/heads/{branch}", f"mark :{number}", f"committer {AUTHOR} {when}", _data(message)]
        if parent:
            lines.append(f"from :{parent}")
        if merged:
            lines.append(f"merge :{merged}")
        for path, text in files.items():
            lines.append(f"D {path}" if text is None else f"M 100644 inline {path}\n{_data(text)}")
        return "\n".join([*lines, ""]).encode()

    yield commit(
        "Start", {**SILENT, "sample/__init__.py": "", "sample/client.py": CLIENT.format(key=key("sample/client.py"))}
    )
    yield commit("Read settings from .env", {".env": ENVIRONMENT.format(key=key(".env"))}, parent=1)
    yield commit("Oops, no .env in git", {".env": None, ".gitignore": ".env\n"}, parent=2)
    dashboard = {"web/dashboard.js": DASHBOARD.format(key=key("web/dashboard.js"))}
    yield commit("Dashboard", dashboard, parent=3, branch="dashboard")
    yield commit(
        "Configuration", {"config/production.yaml": CONFIG.format(key=key("config/production.yaml"))}, parent=3
    )
    # export.sh is in neither parent of the merge: `git log -p` shows it only when it is taken out again.
    merged = {**dashboard, "export.sh": EXPORT_WITH_KEY.format(key=key("export.sh"))}
    yield commit("Merge branch 'dashboard'", merged, parent=5, merged=4)
    yield commit("Take the key from the environment", {"export.sh": EXPORT}, parent=6)


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}"


def make(folder: Path) -> dict[str, str]:
    """Fills ``folder``, which must be empty or not there yet, and returns the keys that are exposed in it by path."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    keys: dict[str, str] = {}

    def key(path: str) -> str:
        return keys.setdefault(path, new_key())

    git(folder, "init", "--quiet", "--template=")
    git(folder, "symbolic-ref", "HEAD", "refs/heads/main")
    git(folder, "fast-import", "--quiet", stream=b"".join(history(key)))
    git(folder, "reset", "--quiet", "--hard")
    return keys


def git(folder: Path, *arguments: str, stream: bytes = b"") -> None:
    """Runs git in ``folder``; nothing that the user or the machine configured for git applies."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "-C", folder, *arguments], input=stream, env=environment, check=True)


def main() -> int:
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    try:
        exposed = make(folder)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"No sample repository: {error}", file=sys.stderr)
        return 1
    print(f"A sample repository with {len(exposed)} exposed keys, none of them real: {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
