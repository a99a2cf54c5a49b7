"""The command ``motcua demo``: play the agency of an invented dossier."""

import click

from bot import keys
from bot.cli.common import with_database
from bot.demo import refuse_in_production
from bot.demo_steps import advance
from bot.settings import load
from motcua.clock import utc_now
from storage.database import Database


@click.group()
def demo() -> None:
    """Play the agency of the demo dossiers."""


@demo.command("advance")
@click.argument("code")
def advance_one(code: str) -> None:
    """Move the demo dossier CODE one state on; whoever follows it is told."""
    settings = load()
    refuse_in_production(settings.production)
    hasher = keys.hasher(settings)

    async def work(database: Database) -> str:
        async with database.writing() as session:
            status = await advance(session, hasher, code, utc_now())
        return f"{code}: {status:d} {status.name.lower()}"

    click.echo(with_database(work))
