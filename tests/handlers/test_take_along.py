import pytest

from handlers.handout import Form
from handlers.outcome import Outcome
from handlers.presses import Choose, Printed, TakeAlong, Walk
from handlers.take_along import file_name
from tests.fakes.library import BIRTH, BIRTH_AGAIN
from tests.fakes.printer import FakePrinter
from tests.fakes.talk import Talk

ENDINGS = {Form.PICTURE: ("png", "image/png"), Form.A4: ("pdf", "application/pdf")}


async def listed(talk: Talk) -> None:
    for question, choice in (("giay", "co"), ("ai", "cha_me")):
        await talk.press(Choose(code=BIRTH.code, question=question, choice=choice))


async def test_the_list_offers_to_be_taken_along(talk: Talk) -> None:
    await listed(talk)
    await talk.tap("Mang theo")
    assert talk.last.outcome is Outcome.OFFERED
    assert [one for one in talk.labels if "PDF" in one or "Ảnh" in one] == [
        "🖼 Ảnh gửi trong chat",
        "📄 PDF để in khổ A4",
        "📄 PDF khổ nhỏ (A6)",
    ]
    assert "https://example.vn/test/kc:1.001193:" in talk.text


async def test_the_link_is_the_same_whatever_was_ticked(talk: Talk) -> None:
    await listed(talk)
    await talk.tap("Mang theo")
    before = talk.text
    await talk.tap("Quay lại")
    await talk.tap("Tờ khai")
    await talk.tap("Mang theo")
    assert talk.text == before


@pytest.mark.parametrize("form", [Form.PICTURE, Form.A4])
async def test_a_press_brings_the_file(talk: Talk, form: Form) -> None:
    await listed(talk)
    await talk.press(Printed(checklist=1, form=form))
    (file,) = talk.last.replies[0].files
    ending, kind = ENDINGS[form]
    assert (file.name, file.media_type) == (f"dang-ky-khai-sinh.{ending}", kind)
    assert file.content == f"{form.name}: Đăng ký khai sinh".encode()
    assert isinstance(talk.printer, FakePrinter)
    assert [one for _, one in talk.printer.drawn] == [form]
    assert len([one for one in talk.labels if "PDF" in one or "Ảnh" in one]) == 2


async def test_without_a_printer_there_is_the_link_alone(talk: Talk) -> None:
    talk.printer = None
    await listed(talk)
    await talk.press(Printed(checklist=1, form=Form.A4))
    assert talk.last.replies[0].files == ()
    assert not any("PDF" in one for one in talk.labels)
    assert "https://" in talk.text


async def test_without_links_there_are_the_files_alone(talk: Talk) -> None:
    talk.address = lambda channel, press: ""
    await talk.press(Walk(code=BIRTH_AGAIN.code))
    await talk.press(TakeAlong(checklist=1))
    assert "liên kết" not in talk.text
    assert any("PDF" in one for one in talk.labels)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Đăng ký khai sinh", "dang-ky-khai-sinh.pdf"),
        ("Cấp đổi thẻ (mẫu 2/BHYT) & sổ", "cap-doi-the-mau-2-bhyt-so.pdf"),
        ("…", "mot-cua.pdf"),
        ("dài " * 40, "dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai-dai.pdf"),
    ],
)
def test_a_file_has_a_name_that_every_system_can_write(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name
