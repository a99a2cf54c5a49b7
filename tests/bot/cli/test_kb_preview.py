"""``motcua kb preview``, and every shipped procedure within the tightest limits of a screen."""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.channels.splitting import units
from bot.channels.text import numbered, plain
from bot.cli.kb import kb
from bot.cli.kb_preview import drawn, newcomer, screens, wrapped
from handlers.reply import Button, Paragraph, Reply
from handlers.services import Services
from handlers.turn import Turn
from knowledge import catalogue
from knowledge.errors import UnknownProcedureError
from knowledge.procedure import Procedure, Source
from knowledge.shelf import Shelf
from storage.database import Database
from tests.fakes.library import FakeLibrary
from tests.fakes.matcher import FakeMatcher
from tests.fakes.talk import HASHER

ZALO = 2000
"""Letters of one message of a Zalo Official Account."""

TAIL = 90
"""One in so many of the procedures without a guide is looked at."""

BUTTON = 100
"""Letters of one button there."""


@pytest.fixture(autouse=True)
def _settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sqlite_url: str) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MOTCUA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MOTCUA_DATABASE_URL", sqlite_url)


@pytest.fixture
async def turn(sqlite_database: Database) -> AsyncIterator[Turn]:
    services = Services(library=FakeLibrary(), matcher=FakeMatcher(), hasher=HASHER)
    async with sqlite_database.reading() as session:
        yield newcomer(services, session)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(kb, ["preview", *arguments])


def test_the_card_comes_first_and_every_screen_after_it_at_the_width_asked_for() -> None:
    shown = run("1.001193", "--width", "50").stdout
    first, *others = shown.split("\n" + "─" * 50 + "\n")
    assert first.startswith("Đăng ký khai sinh")
    assert "[➕" in first
    assert [one.split(":")[0] for one in others[:2]] == ["Giấy tờ", "Lệ phí"]
    assert any(one.startswith("Căn cứ pháp lý") for one in others)
    assert max(map(len, shown.splitlines())) == 50


def test_a_procedure_that_nobody_holds() -> None:
    assert isinstance(run("1.999999").exception, UnknownProcedureError)


def test_buttons_stand_row_by_row_under_the_text() -> None:
    one, two = Button(label="Một", press="a"), Button(label="Hai", press="b")
    reply = Reply(blocks=(Paragraph(text="Xin chào."),), buttons=((one, two), (one,)))
    assert drawn(reply) == "Xin chào.\n\n[Một] [Hai]\n[Một]"


def test_without_a_width_lines_stay_as_they_are() -> None:
    assert wrapped("một hai\nba", None) == "một hai\nba"
    assert wrapped("một hai\n\nba", 4) == "một\nhai\n\nba"


def test_every_screen_that_ships_fits_one_message_of_zalo(turn: Turn) -> None:
    assert [text for one in Shelf.load().procedures.values() for text in too_long(turn, one)] == []


def test_so_does_the_tail(turn: Turn, shared_data: Path) -> None:
    """Procedures without a guide, drawn evenly over the catalogue."""
    path = shared_data / "national-catalogue" / "raw_procedures.jsonl.gz"
    shipped, source = Shelf.load().procedures, Source(published=date(2026, 7, 18), checked=date(2026, 11, 22))
    rows = [row for row in catalogue.read(path) if catalogue.code(row.record) not in shipped][::TAIL]
    tail = [Procedure(facts=row.facts(), source=source) for row in rows]
    assert [text for one in tail for text in too_long(turn, one)] == []


def too_long(turn: Turn, procedure: Procedure) -> Iterator[str]:
    """The beginnings of its screens that do not fit, their choices written out where there are no buttons."""
    for reply in screens(turn, procedure):
        labels = (button.label for row in reply.buttons for button in row)
        if units(numbered(reply)) > ZALO or any(len(label) > BUTTON for label in labels):
            yield f"{procedure.code}: {plain(reply)[:60]}"
