import pytest

from handlers.deep_links import payload
from handlers.message import Kind, Message
from handlers.outcome import Outcome
from handlers.presses import Card, EraseNow, SharedCase
from handlers.shared_case import pack
from handlers.state import Awaits
from tests.fakes.library import BIRTH
from tests.fakes.talk import START, Talk


async def show(talk: Talk, text: str, *, public: bool = False) -> None:
    """Send a picture whose code says this."""
    message = Message(
        channel="test", chat="an", event_id="e", at=START, kind=Kind.PICTURE, text=text, public=public
    )
    await talk.take(message)


@pytest.mark.parametrize("code", ["000.00.04.H51-200221-0001", "Ma HS: 000.00.04.H51-200221-0001 ngay 21/02"])
async def test_a_receipt_asks_for_the_proof(talk: Talk, code: str) -> None:
    await show(talk, code)
    assert talk.last.outcome is Outcome.NEEDS_PROOF
    assert talk.last.state.awaits is Awaits.PROOF
    assert talk.last.state.dossier == "000.00.04.H51-200221-0001"


async def test_a_link_to_a_dossier_does_the_same(talk: Talk) -> None:
    await show(talk, "https://t.me/motcua_bot?start=hs_000-00-04-H51-200221-0001")
    assert talk.last.state.dossier == "000.00.04.H51-200221-0001"


async def test_a_poster_opens_its_procedure(talk: Talk) -> None:
    await show(talk, "https://t.me/motcua_bot?start=tt_1-001193")
    assert (talk.last.outcome, talk.last.code) == (Outcome.ANSWERED, BIRTH.code)


async def test_a_printed_list_opens_its_case(talk: Talk) -> None:
    case = SharedCase(code=BIRTH.code, case=pack(BIRTH, {"giay": "co", "ai": "nho"}))
    await show(talk, f"https://mot-cua.vn/?start={payload(case.encode())}")
    assert "Giấy ủy quyền" in talk.text


async def test_a_poster_of_a_stranger_does_nothing_in_my_matters(talk: Talk) -> None:
    await talk.press(Card(code=BIRTH.code))
    await show(talk, f"https://example.vn/?start={payload(EraseNow().encode())}")
    assert "trợ lý tự động" in talk.text


async def test_an_identity_card_is_not_read_out(talk: Talk) -> None:
    await show(talk, "001090012345|012345678|Nguyễn Văn An|01011990|Nam|Phường Hồng Hà, Hà Nội|01012022")
    assert "thẻ căn cước" in talk.text
    assert "Nguyễn" not in talk.text
    assert "0010" not in talk.text


@pytest.mark.parametrize(
    "text", ["https://lua-dao.example/tai-app", "www.lua-dao.example", "0912345678", "x" * 200]
)
async def test_what_may_do_harm_is_not_said_back(talk: Talk, text: str) -> None:
    await show(talk, text)
    assert talk.last.outcome is Outcome.REFUSED
    assert text[:20] not in talk.text
    assert "Quay lại" in " ".join(talk.labels)


async def test_what_is_harmless_is_said_back(talk: Talk) -> None:
    await show(talk, "Bàn số 5")
    assert "“Bàn số 5”" in talk.text


async def test_a_picture_without_a_code_gets_a_kind_word(talk: Talk) -> None:
    await show(talk, "")
    assert "không thấy mã QR" in talk.text
    assert any("Tra hồ sơ" in one for one in talk.labels)


async def test_in_company_a_receipt_leads_aside(talk: Talk) -> None:
    await show(talk, "000.00.04.H51-200221-0001", public=True)
    assert talk.last.outcome is Outcome.REFUSED
    assert talk.last.redact
    assert talk.last.state.dossier == ""
