"""The command ``motcua dossier``: dossiers in from files, and a look at where one stands."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Final

import click
import segno

from bot import keys
from bot.cli.common import with_database
from bot.errors import UnknownDossierError
from bot.intake.file import bodies
from bot.intake.national import Refusal, read
from bot.intake.row import Delivery
from bot.intake.table import SUFFIXES, column_map, rows
from bot.settings import load
from motcua.clock import in_vietnam, utc_now
from storage import dossiers, links
from storage.database import Database
from storage.deliveries import Effect, apply_all
from storage.dossiers import Dossier
from storage.follows import Role
from storage.keyed_hash import KeyedHash
from storage.reports import Report

BATCH: Final = 500
"""Rows taken in by one transaction: enough to be quick, few enough to keep no chat waiting long."""

SHOWN: Final = 50
"""Refused rows that are listed one by one."""

_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True)
class _Summary:
    """What became of one file; refused rows with the line that their body begins on."""

    effects: Counter[Effect] = field(default_factory=Counter)
    refused: list[tuple[int, Refusal]] = field(default_factory=list)

    def lines(self, path: Path) -> Iterator[str]:
        counted = ", ".join(f"{self.effects[effect]} {effect}" for effect in Effect)
        yield f"{path}: {counted}, {len(self.refused)} refused"
        for line, row in self.refused[:SHOWN]:
            yield f"  line {line}, row {row.row}, {row.code or 'no code'}: {row.reason}"
        if len(self.refused) > SHOWN:
            yield f"  … and {len(self.refused) - SHOWN} more"


@click.group()
def dossier() -> None:
    """Dossiers: take them in, and see where one stands."""


@dossier.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--source", default="", help="Who sent them, where the file does not say.")
@click.option("--columns", type=_FILE, help="JSON object from a table's headings to the national names.")
@click.option("--dry-run", is_flag=True, help="Read and check everything, but keep nothing.")
def import_files(files: Sequence[Path], source: str, columns: Path | None, dry_run: bool) -> None:
    """Take in dossiers, progress and states from FILES in any of the national formats.

    A file holds one JSON body, or one a line; or it is a table, CSV or XLSX, with a heading line. Good rows
    are taken; bad ones are listed with the reason.
    """
    _import(files, source, column_map(columns), keep=not dry_run)


@dossier.command()
@click.argument("code")
def show(code: str) -> None:
    """Show where the dossier CODE stands, without anything personal."""
    for line in _described(_find(code)):
        click.echo(line)


@dossier.command()
@click.argument("code")
def link(code: str) -> None:
    """Make a one-time code that opens the dossier CODE, for the desk to print and hand to its applicant.

    Prints the code, the address that opens it where MOTCUA_ORIGIN is set, and a QR picture of either.
    """
    secret, origin = _link(code), load().origin.rstrip("/")
    opening = f"{origin}/?start={secret}" if origin else secret
    for line in dict.fromkeys((secret, opening)):
        click.echo(line)
    drawn = StringIO()
    segno.make(opening, micro=False).terminal(drawn, compact=True)
    click.echo(drawn.getvalue())


def _link(code: str) -> str:
    async def work(database: Database) -> str | None:
        async with database.writing() as session:
            return await links.make(session, code, role=Role.APPLICANT, now=utc_now())

    secret = with_database(work)
    if secret is None:
        raise UnknownDossierError(code=code)
    return secret


def _import(files: Sequence[Path], source: str, columns: Mapping[str, str], *, keep: bool) -> None:
    hasher = keys.hasher(load())

    async def work(database: Database) -> None:
        for path in files:
            summary = _Summary()
            reports = _reports(_bodies(path, columns), source, summary)
            await _take(database, hasher, reports, summary, keep=keep)
            for line in summary.lines(path):
                click.echo(line)

    with_database(work)


async def _take(
    database: Database, hasher: KeyedHash, reports: Iterator[Report], summary: _Summary, *, keep: bool
) -> None:
    """Take the reports in by the batch; what is not to be kept is taken and rolled back, batch by batch."""
    while batch := list(islice(reports, BATCH)):
        async with database.writing() as session:
            summary.effects.update(await apply_all(session, hasher, batch))
            if not keep:
                await session.rollback()


def _bodies(path: Path, columns: Mapping[str, str]) -> Iterator[tuple[int, object]]:
    return rows(path, columns) if path.suffix.lower() in SUFFIXES else bodies(path)


def _reports(found: Iterator[tuple[int, object]], source: str, summary: _Summary) -> Iterator[Report]:
    for line, body in found:
        reading = read(body, Delivery(at=utc_now(), source=source))
        summary.refused.extend((line, refusal) for refusal in reading.refusals)
        yield from reading.reports


def _find(code: str) -> Dossier:
    async def work(database: Database) -> Dossier | None:
        async with database.reading() as session:
            return await dossiers.get(session, code)

    found = with_database(work)
    if found is None:
        raise UnknownDossierError(code=code)
    return found


def _described(found: Dossier) -> Iterator[str]:
    """An officer's own words may name people, so the history is shown without them."""
    yield f"{found.code}  {found.procedure_code} {found.procedure_name}".rstrip()
    yield f"{found.status:d} {found.status.name.lower()} since {in_vietnam(found.status_at):%Y-%m-%d %H:%M}"
    for name in ("received_at", "due_at", "finished_at", "returned_at"):
        moment = getattr(found, name)
        if moment is not None:
            yield f"{name.removesuffix('_at')}: {in_vietnam(moment):%Y-%m-%d %H:%M}"
    for step in found.steps:
        yield f"  {in_vietnam(step.at):%Y-%m-%d %H:%M}  {step.status:d} {step.status.name.lower()}"
