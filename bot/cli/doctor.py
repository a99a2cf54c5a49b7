"""``motcua doctor``: what is wrong with this deployment, and what mends it."""

import asyncio
import sys

import click

from bot.doctor.examination import examine
from bot.doctor.finding import Finding, Grade, lines
from bot.settings import Settings, load
from handlers.language import Languages


@click.command()
def doctor() -> None:
    """Look at settings, files, database, catalogue, NATS, channels, clock and letters; nothing is changed.

    Ends with status 1 where something is broken.
    """
    settings = load()
    findings = asyncio.run(_examined(settings))
    for line in lines(findings):
        click.echo(line)
    sys.exit(1 if any(one.grade is Grade.BROKEN for one in findings) else 0)


async def _examined(settings: Settings) -> list[Finding]:
    say = Languages.shipped().of(settings.language)
    return [finding async for finding in examine(settings, say)]
