"""``python -m benchmarks.deliveries``: shuffled, repeated and broken deliveries to a service that is killed.

In the end every dossier must stand as it does without the disturbance, and as it does told once and in order;
whoever follows one must have been told of each change exactly once.
"""

import asyncio
import json
from contextlib import AsyncExitStack
from dataclasses import asdict

import click

from benchmarks.deliveries.record import record
from benchmarks.deliveries.trial import Outcome, trial
from benchmarks.scratch import scratch

SEED = 7
"""What is drawn is the same in every run; only the moment of a kill falls where it falls."""


@click.command()
@click.option("--rows", default=100_000, show_default=True, help="Rows that are delivered, about.")
@click.option("--kills", default=10, show_default=True, help="How often the service is killed.")
@click.option("--postgres", default="", help="Address of a PostgreSQL database, instead of SQLite.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def main(rows: int, kills: int, postgres: str, as_json: bool) -> None:
    """Deliver ROWS to a service that is killed now and then, and count what is wrong afterwards."""
    found = asdict(asyncio.run(_tried(rows, kills, postgres)))
    if as_json:
        click.echo(json.dumps(found))
        return
    for name, value in found.items():
        click.echo(f"{name:>20}  {value}")


async def _tried(rows: int, kills: int, postgres: str) -> Outcome:
    async with AsyncExitStack() as stack:
        one, two, three = [await stack.enter_async_context(scratch(postgres)) for _ in range(3)]
        return await trial(record(rows, SEED), (one, two, three), kills=kills, seed=SEED)


if __name__ == "__main__":
    main()
