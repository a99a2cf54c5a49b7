import unicodedata
from typing import Any

import pytest

from bot.channels.zalo.payload import Payloads
from bot.channels.zalo.render import LIMIT, MOST, TITLE, Sheet
from handlers.language import Languages
from handlers.reply import Button, Checklist, Item, Paragraph, Reply

PAYLOADS = Payloads(b"a key that signs buttons")
SAY = Languages.shipped().of("vi")
HINT = "Bạn nhắn số để chọn nhé."


def sheet(**given: Any) -> Sheet:
    return Sheet(chat="7", say=SAY, payloads=PAYLOADS, **given)


def reply(*texts: str, choices: int = 0) -> Reply:
    buttons = tuple((Button(label=f"Chọn {n}", press=f"d{n}"),) for n in range(1, choices + 1))
    return Reply(blocks=tuple(Paragraph(text=text) for text in texts), buttons=buttons)


def titles(buttons: tuple[dict[str, Any], ...]) -> list[str]:
    return [one["title"] for one in buttons]


def test_a_few_choices_are_buttons_that_nobody_sees_pressed() -> None:
    (part,) = sheet().parts(reply("Chào", choices=2))
    assert part.text == "Chào"
    assert titles(part.buttons) == ["Chọn 1", "Chọn 2"]
    assert {one["type"] for one in part.buttons} == {"oa.query.hide"}
    assert PAYLOADS.read("7", part.buttons[1]["payload"]) == "d2"
    assert part.instead == ("Chào\n\n1. Chọn 1\n2. Chọn 2",)


def test_of_many_choices_all_are_numbered_and_the_first_are_buttons_too() -> None:
    (part,) = sheet().parts(reply("Chào", choices=7))
    assert part.text.endswith(f"6. Chọn 6\n7. Chọn 7\n\n{HINT}")
    assert titles(part.buttons) == [f"{n}. Chọn {n}" for n in range(1, MOST + 1)]
    assert part.instead == (part.text,)


def test_of_a_long_list_what_can_be_done_with_it_gets_the_buttons() -> None:
    papers = Checklist(
        title="Giấy tờ",
        items=tuple(Item(label=f"Tờ {n}", ticked=n == 1, press=f"t:1:a{n}:1") for n in range(1, 7)),
    )
    one = Reply(blocks=(papers,), buttons=((Button(label="Xong", press="l"),),))
    (part,) = sheet().parts(one)
    assert "1. [x] Tờ 1\n2. [ ] Tờ 2" in part.text
    assert titles(part.buttons) == ["7. Xong"]


def test_without_buttons_everything_is_numbered() -> None:
    (part,) = sheet(buttons=False).parts(reply("Gọi 1022 nhé.", choices=2))
    assert part.text == f"Gọi 1022 nhé.\n\n1. Chọn 1\n2. Chọn 2\n\n{HINT}"
    assert part.buttons == ()


def test_a_reply_without_choices_has_no_hint() -> None:
    assert [part.text for part in sheet(buttons=False).parts(reply("Chào"))] == ["Chào"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Gọi 1022, tổng đài của tỉnh", ["1022"]),
        ("☎ Gọi ngay 113 (công an). Nếu đau thì gọi 115.", ["113", "115"]),
        ("Call 111 now. Call 111.", ["111"]),
        ("Nghị định 111/2024 và gọi 10221 hay gọi tên", []),
        ("gọi 1022, gọi 113, gọi 115", ["1022", "113"]),
    ],
)
def test_a_number_to_call_can_be_called(text: str, numbers: list[str]) -> None:
    (part,) = sheet().parts(reply(text))
    assert [one["payload"]["phone_code"] for one in part.buttons] == numbers
    assert {one["type"] for one in part.buttons} <= {"oa.open.phone"}


def test_calling_goes_before_choosing() -> None:
    (part,) = sheet().parts(reply("Gọi 1022 nhé.", choices=5))
    assert titles(part.buttons) == ["📞 1022", "1. Chọn 1", "2. Chọn 2", "3. Chọn 3", "4. Chọn 4"]


def test_a_long_reply_is_cut_between_paragraphs_and_its_buttons_stand_last() -> None:
    parts = sheet().parts(reply("a" * 1500, "b" * 1500, "c" * 300, choices=1))
    assert [part.text[0] for part in parts] == ["a", "b"]
    assert [len(part.buttons) for part in parts] == [0, 1]


def test_no_text_is_too_long_composed_or_not() -> None:
    decomposed = unicodedata.normalize("NFD", "Đường 👶 đẹp ơi. " * 600)
    parts = sheet(buttons=False).parts(reply(decomposed, choices=30))
    assert len(parts) > 3
    for part in parts:
        assert len(part.text.encode("utf-16-le")) // 2 <= LIMIT
        assert unicodedata.is_normalized("NFC", part.text)


def test_a_title_is_clipped() -> None:
    long = Reply(blocks=(Paragraph(text="a"),), buttons=((Button(label="rất dài " * 30, press="m"),),))
    (part,) = sheet().parts(long)
    assert len(titles(part.buttons)[0]) <= TITLE
