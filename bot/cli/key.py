"""The command ``motcua key``: from a former key to the present one."""

from collections.abc import AsyncIterator

import click

from bot import keys
from bot.cli.common import with_database
from bot.settings import load
from storage import rekeying
from storage.cipher import Cipher
from storage.database import Database
from storage.keyed_hash import KeyedHash
from storage.rekeying import ENCRYPTED, Lot


@click.group()
def key() -> None:
    """The key of what is hashed and encrypted."""


@key.command()
def rotate() -> None:
    """Carry everything over to MOTCUA_SECRET_KEY, from the keys in MOTCUA_FORMER_KEYS.

    Hashes get one more layer, encrypted texts are encrypted anew. May be interrupted and started again;
    meanwhile both kinds open.
    """
    settings = load()
    hasher, cipher = keys.hasher(settings), keys.cipher(settings)

    async def work(database: Database) -> tuple[int, int]:
        carried = sum([lot.rows async for lot in _carried(database, hasher)])
        return carried, sum([lot.rows async for lot in _encrypted(database, cipher)])

    carried, encrypted = with_database(work)
    click.echo(f"{carried} dossiers carried over to the newest of {hasher.layers} keys")
    click.echo(f"{encrypted} rows encrypted anew")


async def _carried(database: Database, hasher: KeyedHash) -> AsyncIterator[Lot]:
    lot = Lot(rows=1, last=())
    while lot.rows:
        async with database.writing() as session:
            lot = await rekeying.carry_over(session, hasher, lot.last)
        yield lot


async def _encrypted(database: Database, cipher: Cipher) -> AsyncIterator[Lot]:
    for table in ENCRYPTED:
        lot = Lot(rows=1, last=())
        while lot.rows:
            async with database.writing() as session:
                lot = await rekeying.encrypt_anew(session, cipher, table, lot.last)
            yield lot
