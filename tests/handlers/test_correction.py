import pytest

from handlers.correction import corrected
from handlers.outcome import Outcome
from handlers.state import State
from tests.fakes.talk import START, Talk

SPOKEN = State(code="1.001193", since=START, others=("2.000635",))


@pytest.mark.parametrize(
    ("line", "outcome", "code"),
    [
        ("không phải", Outcome.OFFERED, "1.001193"),
        ("không phải, ý mình là mất sổ gốc", Outcome.ANSWERED, "1.004884"),
        ("khong phai, trich luc co", Outcome.ANSWERED, "2.000635"),
        ("sai rồi, bản sao", Outcome.ANSWERED, "2.000635"),
        ("không phải nộp lệ phí à", Outcome.ANSWERED, "1.001193"),
        ("không phải, thời tiết", Outcome.OFFERED, "1.001193"),
    ],
)
async def test_a_correction_leads_to_what_it_names(
    talk: Talk, line: str, outcome: Outcome, code: str
) -> None:
    answer = await corrected(talk.turn(SPOKEN, line))

    assert answer is not None
    assert (answer.outcome, answer.code) == (outcome, code)


@pytest.mark.parametrize(("state", "line"), [(SPOKEN, "phải rồi"), (State(), "không phải")])
async def test_without_a_denial_or_something_to_deny_nothing_is_corrected(
    talk: Talk, state: State, line: str
) -> None:
    assert await corrected(talk.turn(state, line)) is None
