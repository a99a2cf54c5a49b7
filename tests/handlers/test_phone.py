from itertools import count

import pytest

from benchmarks.walk.manners import check
from handlers.answer import Answer
from handlers.message import Kind, Message
from handlers.outcome import Outcome
from handlers.phone import MOST
from handlers.reply import Wish
from storage.deliveries import apply_all
from storage.reports import DossierReport, Status
from tests.fakes.talk import HASHER, START, Talk

OWN = "+84 912 345 678"
_events = count(1)


async def filed(talk: Talk, *numbers: int, phone: str = "0912345678") -> None:
    reports = [
        DossierReport(
            code=f"000.00.04.H51-261101-{number:04}",
            at=START,
            status=Status.PROCESSING,
            procedure_name="Đăng ký khai sinh",
            phone=phone,
        )
        for number in numbers
    ]
    async with talk.database.writing() as session:
        await apply_all(session, HASHER, reports)


async def share(talk: Talk, phone: str = OWN, *, public: bool = False) -> Answer:
    message = Message(
        channel="test",
        chat=talk.chat,
        event_id=f"contact {next(_events)}",
        at=talk.now,
        kind=Kind.CONTACT,
        phone=phone,
        public=public,
    )
    answer = await talk.take(message)
    check(answer)
    return answer


async def test_looking_up_wishes_for_the_number(talk: Talk) -> None:
    assert (await talk.say("tra hồ sơ")).replies[-1].wish is Wish.PHONE


async def test_all_dossiers_of_the_number_are_listed_and_one_press_away(talk: Talk) -> None:
    await filed(talk, 1, 2)
    await filed(talk, 3, phone="0912345679")
    assert (await share(talk)).outcome is Outcome.TRACKED
    assert "không lưu số này" in talk.text
    assert "Có 2 hồ sơ nộp bằng số này" in talk.text
    assert "Đăng ký khai sinh: Đang giải quyết" in talk.text
    assert "-0003" not in "".join(talk.labels)
    await talk.tap("-0001")
    assert talk.text.startswith("Hồ sơ 000.00.04.H51-261101-0001")


async def test_one_dossier_alone_is_shown_at_once(talk: Talk) -> None:
    await filed(talk, 1)
    await share(talk)
    assert "Hồ sơ 000.00.04.H51-261101-0001" in talk.text
    assert any("Theo dõi" in label for label in talk.labels)


async def test_of_many_the_newest_are_listed(talk: Talk) -> None:
    await filed(talk, *range(1, MOST + 3))
    await share(talk)
    assert f"Có {MOST + 2} hồ sơ" in talk.text
    assert sum("H51" in label for label in talk.labels) == MOST


async def test_a_number_without_dossiers_is_told_so(talk: Talk) -> None:
    assert (await share(talk)).outcome is Outcome.NEEDS_PROOF
    assert "chưa thấy hồ sơ nào" in talk.text


@pytest.mark.parametrize(("phone", "public"), [("", False), ("", True), (OWN, True)])
async def test_another_s_number_and_one_in_company_open_nothing(talk: Talk, phone: str, public: bool) -> None:
    await filed(talk, 1)
    assert (await share(talk, phone, public=public)).outcome is Outcome.REFUSED
    assert "H51" not in talk.text


async def test_the_number_stays_out_of_the_state_and_of_what_is_said(talk: Talk) -> None:
    await filed(talk, 1, 2)
    answer = await share(talk)
    for said in (answer.state.dump(), talk.text):
        assert "345" not in said.replace(" ", "")


async def test_the_list_reads_the_same_in_english(talk: Talk) -> None:
    await filed(talk, 1, 2)
    await talk.say("english")
    await share(talk)
    assert "Filed with this number: 2 dossiers" in talk.text
