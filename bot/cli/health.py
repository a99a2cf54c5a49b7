"""``motcua health``: whether the service of this machine lives, for whoever watches its container."""

import urllib.error
import urllib.request

import click

from bot.errors import NotAliveError
from bot.settings import load

PATIENCE = 4.0
"""Seconds within which it must answer."""


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port to ask at, instead of MOTCUA_PORT.")
def health(port: int | None) -> None:
    """Ask the web server of this machine whether it lives; ends with status 2 where it does not."""
    address = f"http://127.0.0.1:{port or load().port}/healthz"
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE):
            click.echo("ok")
    except (urllib.error.URLError, OSError) as error:
        raise NotAliveError(address=address) from error
