"""The closing lines of a run in words. Light enough for the fast path: nothing is imported."""


def clean(
    files: int, size: int, commits: int = 0, blobs: int = 0, *, complete: bool = True, suppressed: str = ""
) -> str:
    """What is said when nothing new was found: clean is claimed for what was read, and for nothing else.

    ``suppressed``: what was found and does not count, in words.
    """
    key = "new Revont key" if suppressed else "Revont key"
    claim = f"Clean: no {key} in" if complete else f"No {key} in what could be read:"
    told = f"{claim} {read(files, size, commits, blobs)}"
    return f"{told}; {suppressed}." if suppressed else f"{told}."


def read(files: int, size: int, commits: int = 0, blobs: int = 0) -> str:
    """``3 files, 2 commits and 7 blobs (1.2 MB)``."""
    counts = [counted(files, "file")] if files or not blobs else []
    counts += [counted(count, what) for count, what in ((commits, "commit"), (blobs, "blob")) if count]
    joined = counts[0] if len(counts) == 1 else ", ".join(counts[:-1]) + " and " + counts[-1]
    return f"{joined} ({bytes_(size)})"


def counted(count: int, what: str, many: str | None = None) -> str:
    return f"{count:,} {what if count == 1 else many or what + 's'}"


def bytes_(size: int) -> str:
    """A size as people read it: ``512 bytes``, ``1.2 MB``."""
    if size < 1000:
        return counted(size, "byte")
    amount, units = size / 1000, ["kB", "MB", "GB"]
    while amount >= 999.5 and len(units) > 1:
        amount, units = amount / 1000, units[1:]
    return f"{amount:.0f} {units[0]}" if amount >= 99.95 else f"{amount:.1f} {units[0]}"
