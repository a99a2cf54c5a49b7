"""``python -m benchmarks.messages``: from a line's arrival to its answer, ours beside two bare echoes.

Everybody writes over the same fake Telegram, which runs here; each bot is a process of its own.
"""

import asyncio
import json
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import click
from aiohttp.test_utils import unused_port

from benchmarks.messages import ours
from benchmarks.messages.lines import LINES
from benchmarks.messages.processes import Process, running
from benchmarks.messages.town import Town
from benchmarks.scratch import scratch
from bot.clerks.office import READY
from tests.fakes.telegram.server import TOKEN

CORES = sorted(os.sched_getaffinity(0))

BOTS = ("motcua", "python-telegram-bot", "aiogram")


@click.command()
@click.option("--chats", default="1,50,500", show_default=True, help="Chats that write at once.")
@click.option("--seconds", default=10.0, show_default=True, help="How long each is measured.")
@click.option("--bot", "bots", multiple=True, type=click.Choice(BOTS), help="Only these.")
@click.option("--postgres", default="", help="Address of a PostgreSQL database, instead of SQLite.")
@click.option("--clerks", default=1, show_default=True, help="Processes that work answers out for ours.")
@click.option("--json", "as_json", is_flag=True, help="Print the last line as JSON, and nothing else.")
def main(
    chats: str, seconds: float, bots: tuple[str, ...], postgres: str, clerks: int, as_json: bool
) -> None:
    """Measure each bot with each number of chats."""
    loads, row = [int(number) for number in chats.split(",")], dict[str, float]()
    for bot in bots or BOTS:
        rows = asyncio.run(_measure(bot, loads, seconds, postgres, clerks))
        for load, row in zip(loads, rows, strict=True):
            told = "  ".join(f"{name} {value:g}" for name, value in row.items())
            click.echo(f"{bot:>20}  {load:>4} chats  {told}", err=as_json)
    if as_json:
        click.echo(json.dumps(row))


async def _measure(
    bot: str, loads: Sequence[int], seconds: float, postgres: str, clerks: int
) -> list[dict[str, float]]:
    async with Town.open() as town, scratch(postgres) as url, _bot(bot, town, url, clerks) as process:
        await _listening(town)
        if bot == "motcua":
            await _complete(process, clerks)
            await town.learn(LINES)
        return [await _load(town, process, chats, seconds) for chats in loads]


async def _load(town: Town, process: Process, chats: int, seconds: float) -> dict[str, float]:
    """As fast as it goes, and then at half that: ``p99_half_ms``."""
    before = process.cpu
    figures = await town.ask(LINES, chats=chats, seconds=seconds)
    figures.cpu = process.cpu - before
    row = figures.row()
    half = await town.ask(LINES, chats=chats, seconds=seconds, pause=2 * chats / max(1, row["answers_per_s"]))
    return row | {"p99_half_ms": half.row()["p99_ms"]}


@asynccontextmanager
async def _bot(bot: str, town: Town, url: str, clerks: int) -> AsyncIterator[Process]:
    webhook = f"http://127.0.0.1:{unused_port()}/telegram/motcua"
    with TemporaryDirectory() as folder:
        process = _process(bot, town, url, webhook, Path(folder), clerks)
        try:
            async with running(process):
                _keep_apart(process)
                yield process
        except BaseException:
            click.echo(process.log, err=True)
            raise


def _keep_apart(process: Process) -> None:
    """The bot on one core and the town on another: what hops between two takes a third longer."""
    os.sched_setaffinity(0, {CORES[0]})
    process.stay_on(CORES[-1])


async def _complete(process: Process, clerks: int) -> None:
    """Our clerks have read what there is to know; they share the core of the town."""
    async with asyncio.timeout(60):
        while process.log.count(READY) < clerks:  # noqa: ASYNC110 - another process gets ready
            await asyncio.sleep(0.1)
    process.helpers_stay_on(CORES[0])


def _process(bot: str, town: Town, url: str, webhook: str, folder: Path, clerks: int) -> Process:
    if bot == "motcua":
        shared = ours.settings(town.url, webhook, url, folder, clerks=clerks)
        return ours.process("all", shared, port=urlsplit(webhook).port or 0)
    name = {"python-telegram-bot": "echo_ptb", "aiogram": "echo_aiogram"}[bot]
    return Process([f"benchmarks.messages.{name}", town.url, webhook, TOKEN], {}, folder / "echo.log")


async def _listening(town: Town) -> None:
    await asyncio.wait_for(town.registered.wait(), 60)


if __name__ == "__main__":
    main()
