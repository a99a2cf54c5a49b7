"""``python -m benchmarks.soak``: much is said, much goes wrong, and every chat is read afterwards.

Once to one process with SQLite, and, where PostgreSQL and NATS are named, to two web and two worker processes
over them.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from aiohttp.test_utils import unused_port

from benchmarks.messages.ours import process, settings
from benchmarks.messages.processes import Process, running
from benchmarks.scratch import scratch
from benchmarks.soak.town import PATIENCE, Town
from benchmarks.soak.trial import Load, Soak
from bot.jetstream.connection import connected
from bot.jetstream.names import Names

PATH = "/telegram/motcua"


@click.command()
@click.option("--chats", default=5000, show_default=True, help="Chats.")
@click.option("--lines", default=10, show_default=True, help="What each says.")
@click.option("--kills", default=10, show_default=True, help="How often a process is killed.")
@click.option("--seed", default=7, show_default=True, help="What is drawn by lot.")
@click.option("--postgres", default="", help="Address of a PostgreSQL: many processes instead of one.")
@click.option("--nats", default="nats://127.0.0.1:4222", show_default=True, help="Address of NATS, for them.")
@click.option("--webs", default=2, show_default=True, help="Web processes, of many.")
@click.option("--workers", default=2, show_default=True, help="Worker processes, of many.")
@click.option("--clerks", default=0, show_default=True, help="Clerks of each process that answers.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def main(postgres: str, nats: str, webs: int, workers: int, clerks: int, as_json: bool, **load: int) -> None:
    """Talk, break, kill, and tell what is wrong afterwards."""
    row = asyncio.run(soak(Load(**load), postgres, nats, webs, workers, clerks))
    if as_json:
        click.echo(json.dumps(row))
        return
    for name, value in row.items():
        click.echo(f"{name:>16}  {value}")


async def soak(
    load: Load, postgres: str, nats: str, webs: int, workers: int, clerks: int = 0
) -> dict[str, Any]:
    """One soak in a database of its own."""
    ports = [unused_port() for _ in range(webs if postgres else 1)]
    urls = [f"http://127.0.0.1:{port}{PATH}" for port in ports]
    async with (
        Town.open() as town,
        scratch(postgres) as database,
        _folder(nats if postgres else "") as folder,
    ):
        shared = settings(town.url, urls[0], database, folder, nats if postgres else "", clerks)
        processes = _many(shared, ports, workers) if postgres else [process("all", shared, port=ports[0])]
        town.pusher.urls = urls
        try:
            async with running(*processes):
                await asyncio.wait_for(town.registered.wait(), 3 * PATIENCE)
                return await Soak(town, processes, load).run()
        finally:
            for one in processes:
                click.echo(_worst(one.log), err=True, nl=False)


def _many(shared: Any, ports: list[int], workers: int) -> list[Process]:
    webs = [process(f"web{port}", shared, "web", port) for port in ports]
    return webs + [process(f"worker{number}", shared, "worker") for number in range(workers)]


@asynccontextmanager
async def _folder(nats: str) -> AsyncIterator[Path]:
    """A folder of the service's own; its name is what its names in NATS begin with."""
    with TemporaryDirectory(prefix="soak-") as folder:
        yield Path(folder)
        if nats:
            name = Path(folder).name
            async with connected(nats, Names(name)) as connection:
                await connection.stream.delete_stream(name)


def _worst(log: str) -> str:
    """What a process found wrong with itself, once each; what Telegram refused is part of the play."""
    said = {line for line in log.splitlines() if "Error" in line and not line.startswith("bot.errors")}
    return "".join(f"{line}\n" for line in sorted(said)[:5])


if __name__ == "__main__":
    main()
