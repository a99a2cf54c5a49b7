"""The command ``motcua source``: who may deliver dossiers over HTTP."""

import click

from bot import keys
from bot.cli.common import with_database
from bot.intake.credentials import signing_key
from bot.settings import load
from motcua.clock import in_vietnam, utc_now
from storage import sources
from storage.database import Database
from storage.sources import Credentials


@click.group()
def source() -> None:
    """Sources: who may deliver dossiers over HTTP."""


@source.command()
@click.argument("name")
@click.option("--signed", is_flag=True, help="Take only bodies that carry their signature (X-Signature).")
def add(name: str, signed: bool) -> None:
    """Let the source NAME in and show its secret, once."""

    async def work(database: Database) -> list[str]:
        async with database.writing() as session:
            given = await sources.add(session, name, signed=signed, now=utc_now())
        return await _shown(database, given)

    _print(with_database(work))


@source.command()
@click.argument("name")
def rotate(name: str) -> None:
    """Give the source NAME a new secret and show it, once; the old one and its tokens end at once."""

    async def work(database: Database) -> list[str]:
        async with database.writing() as session:
            given = await sources.rotate(session, name)
        return await _shown(database, given)

    _print(with_database(work))


@source.command()
@click.argument("name")
def revoke(name: str) -> None:
    """Take nothing more from the source NAME; what it delivered stays."""

    async def work(database: Database) -> list[str]:
        async with database.writing() as session:
            await sources.revoke(session, name, utc_now())
        return [f"{name}: revoked"]

    _print(with_database(work))


@source.command("list")
def list_all() -> None:
    """Show every source, without secrets."""

    async def work(database: Database) -> list[str]:
        async with database.reading() as session:
            found = await sources.listed(session)
        return [
            f"{one.name}  {one.client_id}  since {in_vietnam(one.made_at):%Y-%m-%d}  {made} deliveries"
            f"{'  signed' if one.signed else ''}{'  REVOKED' if one.revoked_at else ''}"
            for one, made in found
        ]

    _print(with_database(work))


async def _shown(database: Database, given: Credentials) -> list[str]:
    async with database.reading() as session:
        found = await sources.find(session, given.client_id)
    lines = [f"client_id: {given.client_id}", f"client_secret: {given.secret}"]
    if found is not None and found.signed:
        hasher = keys.hasher(load())
        lines.append(f"signing key: {signing_key(hasher, found)}")
    return [*lines, "Keep these now: they are not shown again."]


def _print(lines: list[str]) -> None:
    for line in lines:
        click.echo(line)
