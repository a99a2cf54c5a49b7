from datetime import timedelta

import pytest

from handlers.outcome import Outcome
from handlers.state import Awaits
from storage.deliveries import apply
from storage.reports import DossierReport, Status
from tests.fakes.talk import HASHER, START, Talk

CODE = "000.00.04.H51-261101-0001"


async def _file(talk: Talk, procedure_code: str = "") -> None:
    report = DossierReport(
        code=CODE, at=START, status=Status.PROCESSING, phone="0912345678", procedure_code=procedure_code
    )
    async with talk.database.writing() as session:
        await apply(session, HASHER, report)


@pytest.mark.parametrize("typed", ["5678", "5 6 7 8", "4 số cuối: 5678", "0912.345.678", "dạ 5678 ạ"])
async def test_the_digits_are_read_however_they_are_typed(talk: Talk, typed: str) -> None:
    await _file(talk)
    await talk.say(CODE)

    answer = await talk.say(typed)

    assert (answer.outcome, answer.redact) == (Outcome.TRACKED, True)
    assert "5678" not in answer.state.dump()


async def test_the_procedure_of_a_dossier_is_then_at_hand(talk: Talk) -> None:
    await _file(talk, "1.001193")
    await talk.say(CODE)
    await talk.say("5678")
    await talk.say("lệ phí bao nhiêu")

    assert talk.last.code == "1.001193"


@pytest.mark.parametrize("line", ["trích lục cho con 5 tuổi", "khai sinh"])
async def test_another_question_is_not_taken_for_a_proof(talk: Talk, line: str) -> None:
    await talk.say(CODE)

    answer = await talk.say(line)

    assert (answer.outcome, answer.redact) == (Outcome.ANSWERED, False)
    assert answer.state.awaits is Awaits.ANYTHING


async def test_a_wrong_code_is_asked_for_again_with_an_example(talk: Talk) -> None:
    await talk.say("tra hồ sơ")
    answer = await talk.say("H51 123")

    assert answer.state.awaits is Awaits.DOSSIER_CODE
    assert "000.00.04.H51-200221-0001" in talk.text


async def test_digits_out_of_the_blue_are_no_proof(talk: Talk) -> None:
    assert (await talk.say("5678")).outcome == Outcome.OUT_OF_SCOPE


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (CODE, True),
        (f"mã {CODE.lower()} ạ", True),
        (f"{CODE} 5678", False),
        (f"{CODE} sđt 0912 345 678", False),
    ],
)
async def test_a_line_with_more_digits_than_the_code_is_not_kept(talk: Talk, line: str, kept: bool) -> None:
    assert (await talk.say(line)).redact is not kept


async def test_a_pause_ends(talk: Talk) -> None:
    await _file(talk)
    for _ in range(5):
        await talk.say(CODE)
        await talk.say("0000")
    assert talk.last.outcome == Outcome.REFUSED

    talk.now += timedelta(minutes=16)
    await talk.say(CODE)
    assert (await talk.say("5678")).outcome == Outcome.TRACKED
