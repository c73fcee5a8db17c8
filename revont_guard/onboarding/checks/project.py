"""The files of the project: what it tracks, and what it says to revont-guard and detect-secrets."""

from __future__ import annotations

from collections.abc import Iterator

from revont_guard import config
from revont_guard.errors import ConfigError
from revont_guard.onboarding import detect_secrets as blinders
from revont_guard.onboarding import ignore_files
from revont_guard.onboarding.check import Check, State, Subject
from revont_guard.sources.git.index import tracked
from revont_guard.suppressions import baseline as baselines

_MOST_SHOWN = 5


def env_files(subject: Subject) -> Iterator[Check]:
    names = ignore_files.env_files(tracked(subject.repository))
    for name in names[:_MOST_SHOWN]:
        mend = f"if it holds keys: git rm --cached {name}, and replace them; the history keeps them"
        yield Check("env-files", State.NOTE, f"{name} is tracked by git", mend)
    if len(names) > _MOST_SHOWN:
        yield Check("env-files", State.NOTE, f"{len(names) - _MOST_SHOWN} more such files are tracked", "the same")
    if not names:
        yield Check("env-files", State.OK, "no .env file is tracked")


def configuration(subject: Subject) -> Iterator[Check]:
    try:
        config.load(subject.top)
    except ConfigError as error:
        yield Check("configuration", State.PROBLEM, str(error), "every run ends with exit code 2 until it is mended")
        return
    if (subject.top / config.FILE).exists():
        yield Check("configuration", State.OK, f"{config.FILE} is in order")


def baseline(subject: Subject) -> Iterator[Check]:
    path = subject.top / baselines.FILE
    if not path.exists():
        return
    try:
        entries = baselines.load(path)
    except ConfigError as error:
        yield Check("baseline", State.PROBLEM, str(error), "every run ends with exit code 2 until it is mended")
        return
    yield Check("baseline", State.OK, f"{baselines.FILE} is in order, {len(entries)} accepted")


def detect_secrets(subject: Subject) -> Iterator[Check]:
    try:
        found = blinders.look(subject.top)
    except ConfigError as error:
        yield Check("detect-secrets", State.PROBLEM, str(error), "detect-secrets cannot read it either")
        return
    for blinder in found or ():
        state = State.PROBLEM if blinder.total else State.NOTE
        yield Check("detect-secrets", state, f"{blinder.what}: {blinder.why}", blinder.mend)
