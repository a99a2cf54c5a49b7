import json

import pytest

from handlers.reply import Button
from handlers.state import Awaits, State
from knowledge.matching.match import Aspect
from tests.fakes.talk import START


def test_a_state_comes_back_as_it_went() -> None:
    state = State(
        met=True,
        language="en",
        code="1.001193",
        since=START,
        others=("1.004884",),
        aspects=(Aspect.FEE,),
        awaits=Awaits.PROOF,
        dossier="000.00.04.H51-200221-0001",
        options=(Button(label="Lệ phí", press="f:1.001193:fee"),),
    )

    assert State.load(state.dump()) == state


def test_only_what_differs_from_the_beginning_is_stored_and_the_version() -> None:
    assert json.loads(State(code="1.001193").dump()) == {"code": "1.001193", "version": 1}


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "null",
        "[]",
        "not json",
        '{"version": 2, "code": "1.001193"}',
        '{"version": 1, "unheard": "of"}',
        '{"version": 1, "since": "yesterday"}',
    ],
)
def test_what_cannot_be_read_is_a_fresh_beginning(text: str | None) -> None:
    assert State.load(text) == State()
