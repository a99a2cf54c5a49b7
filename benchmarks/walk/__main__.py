"""Walk: ``python -m benchmarks.walk --steps 100000 --json``."""

import asyncio
import sys
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import click

from benchmarks.walk.walker import Report, Walker
from bot.app import App
from bot.settings import Settings
from handlers.dialogue import Dialogue
from motcua.clock import utc_now


@click.command()
@click.option("--steps", default=10_000, show_default=True, help="Presses and lines in all.")
@click.option("--seed", default=1, show_default=True, help="The same seed walks the same way.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
def main(steps: int, seed: int, as_json: bool) -> None:
    """Press and type at random over the shipped knowledge; ends with status 1 where a fault was found."""
    report = asyncio.run(_walk(steps, seed))
    click.echo(report.json() if as_json else f"{report.steps} steps, {len(report.faults)} faults")
    sys.exit(bool(report.faults))


async def _walk(steps: int, seed: int) -> Report:
    with TemporaryDirectory() as folder:
        async with App.open(Settings(_env_file=None, data_dir=Path(folder))) as app:
            asked = [said for entry in app.library.entries() for said in (entry.name, *entry.says)]
            walker = Walker(app.database, app.dialogue, asked, Random(seed), utc_now())
            walker.dialogue = Dialogue(replace(app.services, clock=lambda: walker.now))
            return await walker.walk(steps)


if __name__ == "__main__":
    main()
