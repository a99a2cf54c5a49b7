"""``python -m benchmarks.dossiers``: how look-ups and changes fare as dossiers grow in number.

Everything happens in a database of its own, dropped at the end: a SQLite file, or with ``--postgres``
a database beside the one that the given address names.
"""

import asyncio
import json
from time import perf_counter
from typing import Any

import click

from benchmarks.dossiers.load import CIPHER, load
from benchmarks.dossiers.measure import changes, lookups
from benchmarks.scratch import scratch
from storage.database import Database

SEED = 7
"""What is drawn is the same in every run."""


@click.command()
@click.option("--rows", default=100_000, show_default=True, help="Dossiers in the end.")
@click.option("--steps", default=6, show_default=True, help="Rows of history for each.")
@click.option("--postgres", default="", help="Address of a PostgreSQL database, instead of SQLite.")
@click.option("--json", "as_json", is_flag=True, help="Print the last line of the curve as JSON.")
def main(rows: int, steps: int, postgres: str, as_json: bool) -> None:
    """Measure at a hundredth, a tenth and the whole of ROWS."""
    curve = asyncio.run(_measure(rows, steps, postgres))
    if as_json:
        click.echo(json.dumps(curve[-1]))
        return
    names = list(curve[-1])
    click.echo("  ".join(f"{name:>15}" for name in names))
    for line in curve:
        click.echo("  ".join(f"{line.get(name, ''):>15}" for name in names))


async def _measure(rows: int, steps: int, postgres: str) -> list[dict[str, Any]]:
    curve: list[dict[str, Any]] = []
    loaded = 0
    async with scratch(postgres) as url:
        database = await Database.open(url, CIPHER)
        for size in (rows // 100, rows // 10, rows):
            begun = perf_counter()
            await load(database, range(loaded, size), steps)
            seconds = perf_counter() - begun
            p50, p99 = await lookups(database, size, SEED)
            curve.append(_line(size, p50, p99, (size - loaded) / seconds))
            loaded = size
        taken = await changes(database, rows, SEED)
        curve[-1] |= {
            "changes_per_s": round(taken.changes_per_s),
            "notices": taken.notices,
            "notices_missing": taken.notices_missing,
            "notices_doubled": taken.notices_doubled,
        }
        await database.close()
    return curve


def _line(rows: int, p50: float, p99: float, loaded_per_s: float) -> dict[str, Any]:
    return {
        "rows": rows,
        "lookup_p50_ms": round(p50, 2),
        "lookup_p99_ms": round(p99, 2),
        "loaded_per_s": round(loaded_per_s),
    }


if __name__ == "__main__":
    main()
