import pytest

from benchmarks.walk.manners import check
from handlers.outcome import Outcome
from handlers.presses import Agree, EndHelpers, Follow, ShowDossier, Unfollow
from storage import follows
from storage.deliveries import apply
from storage.follows import Role
from storage.reports import DossierReport, Status
from tests.fakes.talk import HASHER, START, Talk

CODE = "000.00.04.H51-261101-0002"


@pytest.fixture(autouse=True)
async def _proved(talk: Talk) -> None:
    report = DossierReport(
        code=CODE,
        at=START,
        status=Status.PROCESSING,
        phone="0912345678",
        received_at=START,
        applicant="Lê Văn Mẫu",
    )
    async with talk.database.writing() as session:
        await apply(session, HASHER, report)
    await talk.say(CODE)
    await talk.say("5678")


async def following(talk: Talk) -> list[bool]:
    async with talk.database.reading() as session:
        return [one.followed_at is not None for one in await follows.of_chat(session, "test", talk.chat)]


async def test_consent_is_asked_once_in_plain_words_and_nothing_is_followed_before(talk: Talk) -> None:
    await talk.tap("Theo dõi")
    check(talk.last)
    assert "mình cần lưu" in talk.text
    assert await following(talk) == [False]
    await talk.tap("Đồng ý")
    assert talk.last.outcome is Outcome.TRACKED
    assert "mình sẽ báo cho bạn ở đây, từ 6 giờ đến 22 giờ" in talk.text
    assert await following(talk) == [True]
    await talk.tap("Bỏ theo dõi")
    assert await following(talk) == [False]
    await talk.tap("Theo dõi")
    assert await following(talk) == [True]


async def test_saying_no_follows_nothing(talk: Talk) -> None:
    await talk.tap("Theo dõi")
    await talk.tap("Không, cảm ơn")
    assert talk.text.startswith(f"Hồ sơ {CODE}")
    assert await following(talk) == [False]


@pytest.mark.parametrize("kind", [Follow, Agree, ShowDossier, Unfollow, EndHelpers])
async def test_a_forged_press_opens_and_follows_nothing(talk: Talk, kind: type[Follow]) -> None:
    (own,) = [one.press for one in talk.buttons if one.press.startswith("df:")]
    number = int(own.partition(":")[2])
    talk.chat = "somebody else"
    await talk.press(kind(follow=number))
    check(talk.last)
    assert talk.last.outcome is Outcome.NEEDS_PROOF
    assert CODE not in talk.text
    assert await following(talk) == []


async def test_who_only_looked_proves_it_again_after_a_day(talk: Talk) -> None:
    (own,) = [one.press for one in talk.buttons if one.press.startswith("df:")]
    show = own.replace("df:", "ds:")
    await talk.press(show)
    talk.wait(days=2)
    await talk.press(show)
    await talk.say("5678")
    assert [answer.outcome for answer in talk.answers[-3:]] == [
        Outcome.TRACKED,
        Outcome.NEEDS_PROOF,
        Outcome.TRACKED,
    ]


async def test_who_follows_sees_it_again_at_any_time(talk: Talk) -> None:
    await talk.tap("Theo dõi")
    await talk.tap("Đồng ý")
    talk.wait(days=40)
    await talk.say("hồ sơ đang theo dõi")
    await talk.tap(CODE)
    assert talk.last.outcome is Outcome.TRACKED


async def test_the_applicant_can_end_what_a_helper_sees(talk: Talk) -> None:
    async with talk.database.writing() as session:
        await follows.opened(session, "test", "helper", CODE, role=Role.HELPER, now=START)
    await talk.say("hồ sơ của mình")
    await talk.tap(CODE)
    await talk.tap("Ngừng chia sẻ")
    assert "không còn ai xem" in talk.text
    talk.chat = "helper"
    assert await following(talk) == []


async def test_a_chat_without_dossiers_is_told_so(talk: Talk) -> None:
    talk.chat = "new"
    await talk.say("my dossiers")
    check(talk.last)
    assert "chưa tra cứu hồ sơ nào" in talk.text
