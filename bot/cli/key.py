"""The command ``motcua key``: put a new key over the hashes that a former one made."""

import click

from bot.cli.common import with_database
from bot.settings import load
from storage import keeping
from storage.database import Database
from storage.keyed_hash import KeyedHash


@click.group()
def key() -> None:
    """The key of the keyed hashes."""


@key.command()
def rotate() -> None:
    """Carry every stored hash over to MOTCUA_SECRET_KEY, from those in MOTCUA_FORMER_KEYS.

    May be interrupted and started again; meanwhile both kinds open.
    """
    settings = load()
    hasher = KeyedHash(settings.key(), settings.former())

    async def work(database: Database) -> int:
        carried = 0
        while count := await _some(database, hasher):
            carried += count
        return carried

    click.echo(f"{with_database(work)} dossiers carried over to the newest of {hasher.layers} keys")


async def _some(database: Database, hasher: KeyedHash) -> int:
    async with database.writing() as session:
        return await keeping.carry_over(session, hasher)
