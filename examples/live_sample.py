"""Makes the sample repository, and runs a command while a sandbox on this machine knows some of its keys.

    python examples/live_sample.py FOLDER COMMAND...

To the sandbox the key of the Python client, which only reads, is alive and may write; the one of the configuration is
alive and may read; the others are gone. The command finds its URL in REVONT_GUARD_API_URL and runs where this was
started. Its exit code is the one of this.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import sample_repository

from revont_guard.fake_api import KeyScope
from revont_guard.sandbox import Sandbox

ALIVE: dict[str, KeyScope] = {"sample/client.py": "read-write", "config/production.yaml": "read-only"}


def main() -> int:
    if len(sys.argv) < 3 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        keys = sample_repository.make(Path(sys.argv[1]))
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"No sample repository: {error}", file=sys.stderr)
        return 3
    with Sandbox({keys[path]: scope for path, scope in ALIVE.items()}) as sandbox:
        environment = os.environ | {"REVONT_GUARD_API_URL": sandbox.url}
        return subprocess.run(sys.argv[2:], env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
