import re

from benchmarks.walk.manners import check
from handlers.outcome import Outcome
from storage import presences
from tests.fakes.talk import Talk


async def test_the_export_counts_what_is_kept(talk: Talk) -> None:
    await talk.say("xin chào")
    await talk.say("/dulieucuatoi")
    check(talk.last)
    assert talk.last.outcome is Outcome.ANSWERED
    assert "Hồ sơ bạn đã xem hoặc theo dõi: 0" in talk.text
    assert "không bao giờ lưu các số đó" in talk.text


async def test_a_number_that_is_kept_is_told_of_until_it_is_erased(talk: Talk) -> None:
    async with talk.database.writing() as session:
        await presences.spoke(session, "test", talk.chat, talk.now)
        await presences.keep_phone(session, "test", talk.chat, "0912345678")
    await talk.say("/dulieucuatoi")
    assert "Số điện thoại bạn chia sẻ được giữ lại" in talk.text
    assert "không bao giờ lưu các số đó" not in talk.text
    await talk.say("/xoadulieu")
    await talk.tap("Có, xóa hết")
    await talk.say("/dulieucuatoi")
    assert "không bao giờ lưu các số đó" in talk.text


async def test_erasing_asks_first_and_gives_a_receipt(talk: Talk) -> None:
    await talk.say("/xoadulieu")
    check(talk.last)
    assert "không lấy lại được" in talk.text
    await talk.tap("Có, xóa hết")
    check(talk.last)
    assert re.search(r"Biên nhận: [2-9A-Z]{8}, 10:00, 22/11/2026", talk.text)


async def test_erasing_can_be_called_off(talk: Talk) -> None:
    await talk.say("xóa dữ liệu")
    await talk.tap("Không, giữ lại")
    assert talk.last.outcome is Outcome.OFFERED


async def test_the_language_outlives_the_erasure(talk: Talk) -> None:
    await talk.say("english")
    await talk.say("erase my data")
    await talk.tap("Yes, erase it all")
    assert "Receipt" in talk.text
    assert talk.last.state.language == "en"
