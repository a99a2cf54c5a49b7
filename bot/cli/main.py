"""The command ``motcua``: a subcommand lives in the module of its name, read only when it is used."""

import importlib
import sys

import click

from bot.settings import load
from handlers.language import Languages
from motcua.errors import MotcuaError

COMMANDS = (
    "run",
    "chat",
    "ask",
    "kb",
    "dossier",
    "source",
    "questions",
    "key",
    "demo",
    "telegram",
    "zalo",
    "doctor",
    "health",
    "dev",
)


class _LazyGroup(click.Group):
    """Finds a subcommand by its module, so that ``motcua --help`` does not load the service."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"bot.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_LazyGroup)
@click.version_option(package_name="motcua")
def cli() -> None:
    """Một Cửa: the right procedure, the papers of your case, where your dossier is."""


def main() -> None:
    """Run the command line; our own errors are told in the reader's language, and end with status 2."""
    try:
        cli()
    except MotcuaError as error:
        click.echo(explain(error), err=True)
        sys.exit(2)


def explain(error: MotcuaError) -> str:
    """Say an error in the language of the settings, or in Vietnamese where the settings are what is wrong."""
    try:
        language = load().language
    except MotcuaError:
        language = "vi"
    return Languages.shipped().of(language).error(error)
