"""The command ``motcua kb check``: what ships, held to a catalogue."""

import asyncio
import sys
from collections.abc import Collection
from pathlib import Path

import click

from bot.settings import load
from knowledge import checking, published
from knowledge.facts import Facts
from knowledge.published import Published
from knowledge.shelf import Shelf
from storage import procedures
from storage.database import Database


@click.command()
@click.option(
    "--catalogue",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file to compare with, instead of what was imported.",
)
def check(file: Path | None) -> None:
    """Compare every shipped fact and figure with a catalogue, and list what differs or was withdrawn."""
    shipped = Shelf.load().procedures.values()
    codes = checking.codes(shipped)
    found = published.read(file, codes) if file else asyncio.run(_imported(codes))
    if not found:
        raise click.UsageError("There is nothing to compare with: import a catalogue, or name a --catalogue.")
    findings = list(checking.check(shipped, found))
    for finding in findings:
        click.echo(finding)
    click.echo(f"{len(shipped)} procedures, {len(findings)} findings")
    sys.exit(1 if findings else 0)


async def _imported(codes: Collection[str]) -> dict[str, Published]:
    """What was imported of these codes."""
    database = await Database.open(load().url)
    try:
        async with database.reading() as session:
            stored = [await procedures.get(session, code) for code in sorted(codes)]
    finally:
        await database.close()
    facts = [Facts.model_validate_json(one.facts) for one in stored if one]
    return {one.code: published.of_facts(one) for one in facts}
