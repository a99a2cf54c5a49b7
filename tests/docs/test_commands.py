"""Every command that a page tells a reader to type is one that there is, with its options."""

import re
import shlex
from pathlib import Path

import click
import pytest

from bot.cli.main import cli

ROOT = Path(__file__).parents[2]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]

_BLOCK = re.compile(r"^ *```(?:sh|ini)?\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
_TYPED = re.compile(r"^\s*(?:\S*/)?motcua (.+)$|docker compose run --rm \w+ (.+)$", re.MULTILINE)


def _typed(page: Path) -> list[str]:
    blocks = _BLOCK.findall(page.read_text("utf-8"))
    return [next(filter(None, found)) for block in blocks for found in _TYPED.findall(block)]


TYPED = sorted({line for page in PAGES for line in _typed(page)})


def test_the_pages_tell_many() -> None:
    assert len(TYPED) > 25


@pytest.mark.parametrize("line", TYPED)
def test_what_is_to_be_typed_is_understood(line: str) -> None:
    words = shlex.split(re.split(r"  #| [|<>] ", line)[0])
    command: click.Command = cli
    while isinstance(command, click.Group) and words:
        found = command.get_command(click.Context(command), words.pop(0))
        assert found is not None, line
        command = found
    options = {flag for one in command.params for flag in one.opts}
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= options | {"--help"}
