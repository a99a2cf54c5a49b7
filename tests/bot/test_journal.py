import logging
from dataclasses import replace

import pytest

from bot.journal import SIGNS, Journal
from tests.bot.test_watching import TURNED, tell_all
from tests.fakes.talk import HASHER


def test_a_turn_is_one_line_with_a_hash_for_its_chat(caplog: pytest.LogCaptureFixture) -> None:
    journal = Journal(HASHER)
    with caplog.at_level(logging.INFO, "bot.journal"):
        tell_all(journal)
        journal.turned(TURNED)
        journal.turned(replace(TURNED, chat="binh"))
    first, again, other = [vars(record)["facts"] for record in caplog.records]
    assert first == again
    chat = first.pop("chat")
    assert len(chat) == SIGNS
    assert other["chat"] != chat
    assert first == {"channel": "web", "outcome": "answered", "waited_ms": 2000, "took_ms": 500}
