"""The reference holds every setting, command, option, outcome and error word: a missing one fails here."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli.main import cli
from bot.meter import Meter
from bot.settings import Settings
from handlers.outcome import Outcome
from knowledge.matching.match import Aspect

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def _commands(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            assert found is not None
            yield from _commands(found, f"{name} {child}")


COMMANDS = dict(_commands(cli, "motcua"))


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_reference(name: str) -> None:
    assert f"`MOTCUA_{name.upper()}`" in (REFERENCE / "settings.md").read_text()


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "motcua"])
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    page = (REFERENCE / "commands.md").read_text()
    assert f"`{name}" in page
    options = [option for option in COMMANDS[name].params if isinstance(option, click.Option)]
    assert [flag for option in options for flag in option.opts if f"`{flag}" not in page] == []


def test_every_figure_and_no_other_is_in_the_reference() -> None:
    page = (REFERENCE / "figures-of-the-service.md").read_text()
    told = re.findall(r"^\| `(motcua_\w+)` \|", page, re.MULTILINE)
    shown = re.findall(r"^# HELP (\w+) ", Meter().text().decode(), re.MULTILINE)
    assert told == [one for one in shown if not one.endswith("_created")]


@pytest.mark.parametrize("word", [*Outcome, *Aspect])
def test_every_word_of_the_faces_is_in_the_reference(word: str) -> None:
    assert word in (REFERENCE / "faces.md").read_text()
