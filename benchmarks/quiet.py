"""Reads packages that have nothing to do with Revont, packed and unpacked: ``python -m benchmarks.quiet FOLDER``.

They are downloaded from the package registries into FOLDER (kept there, some 300 MB; nothing of them is run). Every
finding is a false alarm: it is shown, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path

PACKAGES = tomllib.loads((Path(__file__).parent / "packages.toml").read_text(encoding="utf-8"))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the packages are kept")
    folder: Path = parser.parse_args().folder
    packed, unpacked = folder / "packed", folder / "unpacked"
    download(packed)
    unpack(packed, unpacked)
    false = 0
    print("| packages | MB | files | seconds | findings |\n|---|---|---|---|---|")
    for name, tree in (("packed", packed), ("unpacked", unpacked)):
        begun = time.perf_counter()
        rules, files, size = read(tree)
        seconds = time.perf_counter() - begun
        false += rules.total()
        print(f"| {name} | {size / 1e6:.0f} | {files:,} | {seconds:.0f} | {rules.total()} |", flush=True)
        for rule, count in rules.items():
            print(f"  {rule}: {count}", file=sys.stderr)
    return 1 if false else 0


def download(folder: Path) -> None:
    """Gets the packages that are not there yet. One that this machine cannot have is told of and left out."""
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    for name in PACKAGES["pypi"]:
        if not any(folder.glob(f"pypi-{name}-*")):
            _get(name, folder, "pypi", [*pip, "--only-binary", ":all:", "--dest", ".", name])
    for name in PACKAGES["npm"]:
        plain = name.replace("/", "-").lstrip("@")
        if not any(folder.glob(f"npm-{plain}-*")):
            _get(plain, folder, "npm", ["npm", "pack", "--silent", name])


def _get(name: str, folder: Path, registry: str, command: list[str]) -> None:
    fresh = folder / "fresh"
    fresh.mkdir()
    done = subprocess.run(command, cwd=fresh, capture_output=True, text=True, check=False)
    for file in sorted(fresh.iterdir()):
        file.rename(folder / f"{registry}-{name}-{file.name}")
    if done.returncode:
        print(f"not read: {name}: {done.stderr.strip()[-200:]}", file=sys.stderr)
    fresh.rmdir()


def unpack(packed: Path, unpacked: Path) -> None:
    """Each package into a folder of its own."""
    for file in sorted(packed.iterdir()):
        to = unpacked / file.name
        if to.exists():
            continue
        shutil.unpack_archive(file, to, "zip" if file.suffix == ".whl" else "gztar", filter="data")


def read(tree: Path) -> tuple[Counter[str], int, int]:
    """The findings by rule, with files and bytes read; what was found is printed with its place."""
    program = shutil.which("revont-guard", path=str(Path(sys.executable).parent)) or "revont-guard"
    command = [program, "scan", "--no-suppressions", "--no-progress", "--format", "json", str(tree)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    for finding in told["findings"]:
        at = finding["location"]
        inner = "".join(f" → {step['path']}" for step in at["inner"])
        print(f"  {at['path']}{inner}:{at['line']}: {', '.join(finding['evidence'])}", file=sys.stderr)
    coverage = told["coverage"]
    return Counter(finding["rule"] for finding in told["findings"]), coverage["files"], coverage["bytes"]


if __name__ == "__main__":
    sys.exit(main())
