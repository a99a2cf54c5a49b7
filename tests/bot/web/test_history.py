import json
from datetime import UTC, datetime
from typing import Literal

import pytest

from bot.web.history import history, retell
from bot.web.wire import Replied, Said
from handlers.message import Message
from handlers.reply import Reply
from storage.transcript import Side, Spoken
from tests.fakes.web import AT, CARD, ScriptedService, checklist, echo

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


def line(event: str, *, text: str = "", press: str = "") -> Spoken:
    body = json.dumps({"text": text, "press": press})
    return Spoken(id=1, side=Side.PERSON, event_id=event, body=body, at=NOW)


def answer(number: int, reply: Reply) -> Spoken:
    return Spoken(id=number, side=Side.BOT, event_id="", body=reply.model_dump_json(), at=NOW)


def test_lines_and_replies_come_back_in_order() -> None:
    told = retell([line("e1", text="chào"), answer(1, echo("chào"))])
    assert told == [Said(event="e1", text="chào"), Replied(id=1, reply=echo("chào"))]


def test_a_press_is_told_by_its_button() -> None:
    told = retell([answer(1, CARD), line("e1", press="papers"), line("e2", press="others")])
    assert told[1:] == [
        Said(event="e1", text="Giấy tờ cần mang"),
        Said(event="e2", text="Không phải việc này"),
    ]


def test_a_tick_is_told_by_its_list_alone() -> None:
    told = retell(
        [
            answer(1, checklist(())),
            line("e1", text="chào"),
            line("e2", press="t:1"),
            answer(2, checklist({"t:1"})),
        ]
    )
    assert told == [Replied(id=2, reply=checklist({"t:1"})), Said(event="e1", text="chào")]


def test_replies_without_a_key_never_take_a_place() -> None:
    told = retell([answer(1, echo("một")), answer(2, echo("hai"))])
    assert len(told) == 2


def test_a_press_nobody_offered_is_left_out() -> None:
    assert retell([line("e1", press="papers")]) == []


async def test_a_chat_hears_its_own_history_only(service: ScriptedService) -> None:
    for chat in ("a", "b"):
        message = Message(channel="web", chat=chat, event_id="event-0001", at=AT, text=f"tôi là {chat}")
        await service.lanes.accept(message)
    told = await history(service.database, "a")
    assert told == [
        Said(event="event-0001", text="tôi là a"),
        Replied(id=1, reply=echo("tôi là a")),
    ]


@pytest.mark.parametrize("kind", ["picture", "location"])
def test_what_was_shared_is_told_by_being_there_and_not_by_what_it_showed(
    kind: Literal["picture", "location"],
) -> None:
    body = json.dumps({"text": "", "press": "", "kind": kind})
    told = retell([Spoken(id=1, side=Side.PERSON, event_id="e1", body=body, at=NOW)])
    assert told == [Said(event="e1", text="", sent=kind)]
