import pytest

from handlers.company import OPEN, personal
from handlers.message import Message
from handlers.outcome import Outcome
from handlers.press import Press
from handlers.presses import Card, Lists, Tick, Track, Walk
from storage.database import Database
from tests.fakes.talk import START, Talk

BIRTH = "1.001193"


async def sent(database: Database, text: str = "", press: str = "") -> Talk:
    talk = Talk(database)
    await talk.take(
        Message(channel="test", chat="-1", event_id="e", at=START, text=text, press=press, public=True)
    )
    return talk


@pytest.mark.parametrize(
    "text",
    [
        "000.00.04.H51-200221-0001",
        "hs_abcdefghjkmnpqrstuvw",
        "hồ sơ của tôi đến đâu rồi",
        "tra hồ sơ",
        "danh sách của tôi",
    ],
)
async def test_one_persons_own_matter_is_asked_into_private(text: str, sqlite_database: Database) -> None:
    talk = await sent(sqlite_database, text)
    assert talk.last.outcome is Outcome.REFUSED
    assert talk.labels == ["💬 Nhắn riêng với mình"]


async def test_a_press_goes_on_in_private_where_it_was(sqlite_database: Database) -> None:
    talk = await sent(sqlite_database, press=Walk(code=BIRTH).encode())
    assert talk.buttons[0].press == Walk(code=BIRTH).encode()


async def test_a_dossier_code_is_not_kept_nor_said_again(sqlite_database: Database) -> None:
    talk = await sent(sqlite_database, "000.00.04.H51-200221-0001")
    assert talk.last.redact
    assert "H51" not in talk.text


@pytest.mark.parametrize("text", ["làm khai sinh cần gì", "xin chào", "menu"])
async def test_what_concerns_everybody_is_answered_before_all(text: str, sqlite_database: Database) -> None:
    assert (await sent(sqlite_database, text)).last.outcome is not Outcome.REFUSED


async def test_in_a_chat_of_two_nothing_is_apart(sqlite_database: Database) -> None:
    talk = Talk(sqlite_database)
    await talk.say("tra hồ sơ")
    assert talk.last.outcome is not Outcome.REFUSED


def test_a_press_is_personal_unless_it_is_known_to_be_open() -> None:
    kept = {kind.__name__ for kind in Press.kinds.values()} - {kind.__name__ for kind in OPEN}
    assert {"Track", "Lists", "Walk", "Choose", "Tick", "OpenList"} <= kept
    assert personal(Track().encode())
    assert personal(Lists().encode())
    assert personal(Tick(checklist=1, paper="a", have=1).encode())
    assert not personal(Card(code=BIRTH).encode())
    assert not personal("nobody:knows")
