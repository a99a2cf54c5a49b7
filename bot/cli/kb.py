"""The command ``motcua kb``: procedures in, procedures out, and a strict eye on the shipped ones."""

import asyncio
import sys
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Self

import click

from bot.app import App
from bot.cli.common import with_app
from bot.cli.kb_check import check
from bot.cli.kb_files import lint_, new, refresh
from bot.cli.kb_matcher import build, eval_
from bot.cli.kb_preview import preview
from bot.cli.procedure_text import LEVELS, text
from bot.library import Library
from bot.procedure_import import Progress, Summary, take_in
from bot.settings import load
from knowledge.errors import UnknownProcedureError
from knowledge.matching.match import Entry, Place
from knowledge.procedure import Procedure
from knowledge.shelf import Shelf
from storage.database import Database

SHOWN = 50
"""Skipped records that are listed one by one."""

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.group()
def kb() -> None:
    """Procedures: read, search and check them."""


@kb.command("import")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--published", type=_DAY, help="The day of the catalogue; else the day of its newest record.")
def import_(files: tuple[Path, ...], published: datetime | None) -> None:
    """Take procedures from FILES: the portal's JSON or the older LayThuTuc, .json or .jsonl, also .gz."""
    with _Bar(files) as bar:
        summary = asyncio.run(_import(files, published.date() if published else None, bar.show))
    for told in _told(summary):
        click.echo(told)


class _Bar:
    """A progress bar over the bytes of several files; it shows itself only in a terminal."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        size = sum(path.stat().st_size for path in files)
        self._bar = click.progressbar(length=size, label="Reading", file=sys.stderr)
        self._read: dict[Path, int] = {}

    def __enter__(self) -> Self:
        self._bar.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.render_finish()

    def show(self, path: Path, done: int) -> None:
        """So much of this file has been read."""
        self._bar.update(done - self._read.get(path, 0))
        self._read[path] = done


async def _import(files: tuple[Path, ...], published: date | None, progress: Progress) -> Summary:
    database = await Database.open(load().url)
    try:
        return await take_in(database, files, published=published, progress=progress)
    finally:
        await database.close()


def _told(summary: Summary) -> Iterator[str]:
    counts = f"{summary.new} new, {summary.changed} changed, {summary.unchanged} unchanged"
    yield f"{counts}, {len(summary.skipped)} skipped; catalogue of {summary.published:%Y-%m-%d}"
    for one in summary.skipped[:SHOWN]:
        yield f"  {one.path.name}, line {one.line}: {one.reason}"
    if len(summary.skipped) > SHOWN:
        yield f"  … and {len(summary.skipped) - SHOWN} more"


@kb.command()
@click.argument("code")
def show(code: str) -> None:
    """Print one procedure: every fact, the guide, the source and its date."""
    found = asyncio.run(_find(code))
    if found is None:
        raise UnknownProcedureError(code=code)
    click.echo(text(found))


async def _find(code: str) -> Procedure | None:
    database = await Database.open(load().url)
    try:
        return await (await Library.open(database, Shelf.load())).find(code)
    finally:
        await database.close()


@kb.command()
@click.argument("words", metavar="TEXT", nargs=-1, required=True)
def search(words: tuple[str, ...]) -> None:
    """Print the procedures that TEXT may mean, best first: code, level and name."""
    for found in with_app(partial(_search, " ".join(words))):
        click.echo(found)


async def _search(asked: str, app: App) -> list[str]:
    match = app.matcher.match(asked, Place(province=app.settings.home_province))
    entries = {entry.code: entry for entry in app.library.entries()}
    return [_line(entries[one.code]) for one in match.candidates]


def _line(entry: Entry) -> str:
    levels = ", ".join(LEVELS[level] for level in entry.levels)
    own = f" ({entry.province})" if entry.province else ""
    return f"{entry.code}  [{levels}]  {entry.short_name or entry.name}{own}"


for command in (new, refresh, lint_, check, preview, build, eval_):
    kb.add_command(command)
