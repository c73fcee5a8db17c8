"""Where the program starts. A `scan` of named files in which no byte matters is answered before click is imported."""

import os
import sys

from revont_guard.detectors.prefilter import WordFilter
from revont_guard.formats import summary
from revont_guard.sources.containers.marks import is_container
from revont_guard.sources.git import glance

_LIMIT = 16 << 20  # bytes; what is larger takes the long way


def main() -> None:
    """The console script."""
    answer = _fast(sys.argv[1:])
    if answer is not None:
        try:
            sys.stdout.write(answer + "\n")
            sys.stdout.flush()
        except OSError as error:
            # Python must not complain, too, when it closes the stream; a reader that has gone needs no telling.
            sys.stdout = None
            if not isinstance(error, BrokenPipeError):
                sys.stderr.write(f"revont-guard: the report could not be printed: {error.strerror}\n")
            sys.exit(3)
        return
    from revont_guard.cli import main as cli

    cli()


def _fast(arguments: list[str]) -> str | None:
    """The answer to `scan FILE...` where every file is plain and passes no prefilter, else None: the long way."""
    if sys.stdout is None or arguments[:1] != ["scan"]:
        return None
    paths = arguments[2:] if arguments[1:2] == ["--"] else arguments[1:]
    if not paths or any(path.startswith("-") for path in paths):
        return None
    passes, size, read = WordFilter(), 0, set()
    for path in paths:
        try:
            data = _plain(path)
        except (OSError, ValueError):
            return None
        if data is None or passes(data) or passes(os.fsencode(path)) or is_container(data):
            return None
        real = os.path.realpath(path)
        if real not in read:
            read.add(real)
            size += len(data)
    if not glance.holds_no_other(paths) or any(map(_is_configured, {os.path.dirname(path) for path in read})):
        return None
    return summary.clean(len(read), size)


def _is_configured(folder: str) -> bool:
    """Whether ``folder`` or one above it holds a file of ours that may change what is looked for."""
    while True:
        if any(os.path.lexists(os.path.join(folder, name)) for name in (".revont-guard.toml", ".revont-guard.names")):
            return True
        parent = os.path.dirname(folder)
        if parent == folder:
            return False
        folder = parent


def _plain(path: str) -> bytes | None:
    """The bytes of a regular file that is its own name, and not too large; else None."""
    if os.path.islink(path) or not os.path.isfile(path) or os.path.getsize(path) > _LIMIT:
        return None
    with open(path, "rb") as file:
        return file.read()


if __name__ == "__main__":
    main()
