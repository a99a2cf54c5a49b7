"""``motcua dev``: for whoever works on Một Cửa itself, and wants to see it talk without any account."""

import asyncio
import contextlib
import importlib
from typing import Any

import click

from bot import logs
from bot.errors import NoCheckoutError
from bot.settings import load

STREET = "tests.fakes.dev.street"
"""The fakes live with the tests: they are in the repository and not in what is installed."""


@click.group()
def dev() -> None:
    """Tools of the repository: they need a checkout."""


@dev.command()
@click.option("--bot", is_flag=True, help="Start the assistant too, with its demo dossiers.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8090, show_default=True, help="Port of the page."
)
def fakes(bot: bool, port: int) -> None:
    """Start a fake Telegram, Zalo OA and Zalo Bot, with a page to talk over each of them.

    The settings with which a bot talks there are printed first.
    """
    street = _street()
    settings = load()
    logs.set_up(settings)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(street.run(settings, port=port, bot=bot))


def _street() -> Any:
    try:
        return importlib.import_module(STREET)
    except ModuleNotFoundError:
        raise NoCheckoutError from None
