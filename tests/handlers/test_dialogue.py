from collections.abc import Sequence
from zlib import crc32

import pytest

from benchmarks.walk.manners import check
from handlers.dialogue import LONGEST, Dialogue
from handlers.message import Message
from handlers.outcome import Outcome
from handlers.presses import Home, Start
from handlers.state import State
from storage.chats import load_state, save_state
from tests.fakes.talk import START, Talk

LINES = (
    "khai sinh cần giấy tờ gì",
    "khai sinh gì đó",
    "giấy gì đó",
    "trích lục bao nhiêu tiền",
    "việc hiếm gặp",
    "xây nhà máy",
    "thế mất bao lâu",
    "quay lại",
    "menu",
    "danh sách",
    "tra hồ sơ",
    "000.00.04.H51-200221-0001",
    "1234",
    "12",
    "1",
    "7",
    "không phải",
    "không biết",
    "ly hôn",
    "xin chào",
    "english",
    "tiếng việt",
    "",
    "🙂",
    "\u202eنص\u0000 ၁ {x} %s <b>",
    "a" * 5000,
    "hack",
)


class Dice:
    """Rolls that look like chance and are the same every day."""

    def __init__(self, seed: int) -> None:
        self.seed, self.rolled = seed, 0

    def choose(self, among: Sequence[str]) -> str:
        self.rolled += 1
        return among[crc32(f"{self.seed} {self.rolled}".encode()) % len(among)]


async def _step(talk: Talk, dice: Dice, seen: list[str]) -> None:
    """A line, a button of the last reply, or any button of earlier; sometimes after days."""
    talk.wait(minutes=float(dice.choose(("1", "1", "1", "2000"))))
    here = [one.press for one in talk.buttons] if talk.answers else seen
    what = dice.choose(("line", "here", "here", "here", "earlier"))
    if what == "line":
        await talk.say(dice.choose(LINES))
    else:
        await talk.press(dice.choose(seen if what == "earlier" else here))


@pytest.mark.parametrize("seed", range(4))
async def test_from_anywhere_every_press_and_every_line_leads_on(talk: Talk, seed: int) -> None:
    """A random walk, with old buttons pressed in between: no exception, no empty reply, always a way out."""
    dice, seen = Dice(seed), [Start().encode()]
    for _ in range(150):
        await _step(talk, dice, seen)
        check(talk.last)
        seen += [one.press for one in talk.buttons if one.press not in seen]


async def test_every_press_that_can_be_reached_leads_on(talk: Talk) -> None:
    """Breadth first: whatever a button leads to is pressed once, without the way that led there."""
    waiting, tried = [Start().encode(), "c:1.001193", "c:2.000635", "c:1.000001"], set[str]()
    while waiting and len(tried) < 200:
        tried.add(waiting[0])
        await talk.press(waiting.pop(0))
        check(talk.last)
        waiting += [one.press for one in talk.buttons if one.press not in {*tried, *waiting}]
    assert {press.partition(":")[0] for press in tried} >= set("acdefhklmnoqrstvwxyz") - set("yz")


async def test_a_chat_s_state_is_kept_and_other_chats_have_their_own(talk: Talk) -> None:
    await talk.say("khai sinh")
    talk.chat = "binh"
    await talk.say("trích lục")

    async with talk.database.reading() as session:
        an = State.load(await load_state(session, "test", "an"))
        binh = State.load(await load_state(session, "test", "binh"))

    assert (an.code, binh.code) == ("1.001193", "2.000635")
    assert binh == talk.last.state


@pytest.mark.parametrize("stored", ["", "rubbish", '{"version": 99}'])
async def test_a_state_that_cannot_be_read_begins_afresh(talk: Talk, stored: str) -> None:
    async with talk.database.writing() as session:
        await save_state(session, "test", "an", stored, START)

    answer = await talk.press(Home())

    assert answer.outcome == Outcome.OFFERED


async def test_a_language_without_a_catalogue_falls_back_to_the_deployment_s(talk: Talk) -> None:
    async with talk.database.writing() as session:
        await save_state(session, "test", "an", State(language="km").dump(), START)

    await talk.press(Home())

    assert "Bạn cần gì?" in talk.text


async def test_an_apology_keeps_the_state_and_leaves_ways_on(talk: Talk) -> None:
    await talk.say("khai sinh")
    before = talk.last.state
    dialogue = Dialogue(talk.services())
    message = Message(channel="test", chat="an", event_id="boom", at=START, text="x")

    async with talk.database.writing() as session:
        answer = await dialogue.apologise(session, message)

    check(answer)
    assert (answer.outcome, answer.code, answer.state) == (Outcome.FAILED, "1.001193", before)


async def test_an_endless_line_is_read_to_a_point(talk: Talk) -> None:
    await talk.say("x" * LONGEST + " khai sinh")

    assert talk.last.outcome == Outcome.OUT_OF_SCOPE


async def test_text_is_cleaned_at_the_door(talk: Talk) -> None:
    await talk.say("\u200bkhai\u00a0sinh\n mất bao la\u0302u\u0000")

    assert (talk.last.code, talk.last.outcome) == ("1.001193", Outcome.ANSWERED)


async def test_an_old_press_keeps_what_was_being_answered(talk: Talk) -> None:
    await talk.press("w:1.001193")
    await talk.press("no such button")
    await talk.press("w:1.001193")

    assert "1/2." in talk.text
