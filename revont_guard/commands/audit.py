"""`revont-guard audit`: a project with everything that its repository still holds."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import click

from revont_guard import api
from revont_guard.commands.asking import Asking, asking, consent
from revont_guard.commands.output import Reporting, finish, reporting
from revont_guard.commands.progress import Progress
from revont_guard.errors import UsageError


@click.command(short_help="Look for keys in a project and in all of its history.")
@click.argument("repositories", metavar="[REPO]...", nargs=-1)
@click.option("--no-history", is_flag=True, help="The files at hand only; REPO may then be a folder without git.")
@click.option("--since", metavar="REV", help="Of the history, only what REV does not reach.")
@click.option("--outgoing", is_flag=True, help="Of the history, only what no remote has: what a push would publish.")
@click.option("--verify", is_flag=True, help="Ask the API about each key found: is it alive, and what may it do?")
@click.option("--yes", is_flag=True, help="With --verify: do not ask whether the keys may be sent.")
@click.option(
    "--write-names", is_flag=True, help="Write names of keys that only the code tells to .revont-guard.names."
)
@asking
@reporting
def audit(
    repositories: tuple[str, ...],
    no_history: bool,
    since: str | None,
    outgoing: bool,
    verify: bool,
    yes: bool,
    write_names: bool,
    asking: Asking,
    reporting: Reporting,
) -> None:
    """Look for Revont keys in REPO (default: here): its files and every object that its git repository holds.

    That are all commits of all branches and tags, stashes, notes, and objects that nothing reaches any more. Exit
    code 3 says that something of it could not be read. No network, unless REPO is an https or ssh URL: that is cloned
    to a temporary mirror, which is removed afterwards.

    With --verify, each API key that was found on good grounds is sent to the Revont API once, in a request that changes
    nothing; on a terminal you are asked before.
    """
    if outgoing and (no_history or since is not None):
        raise UsageError("--outgoing is about a part of the history: it goes with neither --no-history nor --since")
    if asking.named and not verify:
        raise UsageError(f"{asking.named} is about asking the API: it goes with --verify")
    if write_names and len(repositories) > 1:
        raise UsageError("--write-names is about one project: name one REPO")
    with Progress(wanted=reporting.progress) as progress:
        agreed = consent(yes, before=progress.stop) if verify else None
        report = api.audit(
            repositories or (".",),
            history=not no_history,
            since=since,
            outgoing=_outgoing(os.environ) if outgoing else None,
            verification=agreed and api.Verification(agreed, asking.where, asking.proxy, asking.remember),
            options=reporting.options,
            watch=progress.watch,
        )
    if write_names and report.learned:
        path = api.write_names(Path(repositories[0] if repositories else "."), report.learned)
        click.echo(f"Wrote {len(report.learned)} name(s) to {path.name}: commit it, and the hook knows them.", err=True)
    finish(report, reporting)


def _outgoing(environment: Mapping[str, str]) -> api.Outgoing:
    """What pre-commit says of the push that it stands before; without it, what HEAD has and no remote does."""
    return api.Outgoing(
        tip=environment.get("PRE_COMMIT_TO_REF") or environment.get("PRE_COMMIT_LOCAL_BRANCH") or "HEAD",
        remote=environment.get("PRE_COMMIT_REMOTE_NAME") or "*",
        known=environment.get("PRE_COMMIT_FROM_REF"),
    )
