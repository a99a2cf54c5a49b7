import re

from benchmarks.walk.manners import check
from handlers.outcome import Outcome
from storage import links
from storage.deliveries import apply
from storage.follows import Role
from storage.reports import DossierReport, Status
from tests.fakes.talk import HASHER, START, Talk

CODE = "000.00.04.H51-261101-0002"


async def filed(talk: Talk) -> None:
    report = DossierReport(
        code=CODE, at=START, status=Status.PROCESSING, phone="0912345678", received_at=START
    )
    async with talk.database.writing() as session:
        await apply(session, HASHER, report)


async def test_the_code_the_desk_printed_opens_it_once(talk: Talk) -> None:
    await filed(talk)
    async with talk.database.writing() as session:
        secret = await links.make(session, CODE, role=Role.APPLICANT, now=START)
    await talk.say(f"mã {secret}")
    check(talk.last)
    assert talk.last.outcome is Outcome.TRACKED
    assert talk.last.redact
    await talk.say(f"mã {secret}")
    check(talk.last)
    assert "đã dùng rồi hoặc đã hết hạn" in talk.text


async def test_the_applicant_lets_a_helper_see_and_ends_it(talk: Talk) -> None:
    await filed(talk)
    await talk.say(CODE)
    await talk.say("5678")
    await talk.tap("Chia sẻ cho người giúp")
    check(talk.last)
    found = re.search(r"hs_[a-z0-9]{20}", talk.text)
    assert found is not None
    talk.chat = "helper"
    await talk.say(found[0])
    assert talk.last.outcome is Outcome.TRACKED
    assert not any("Chia sẻ" in label for label in talk.labels)
    await talk.say("hồ sơ của mình")
    check(talk.last)
    assert "việc của bà con" in talk.text
    assert f"🤝 {CODE}" in talk.labels
    talk.chat = "an"
    await talk.say("hồ sơ của mình")
    await talk.tap(CODE)
    await talk.tap("Ngừng chia sẻ")
    talk.chat = "helper"
    await talk.say("hồ sơ của mình")
    assert "chưa tra cứu hồ sơ nào" in talk.text
