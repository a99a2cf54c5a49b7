import pytest

from bot.channels.telegram.keyboard import Keyboard
from bot.channels.telegram.render import parts
from bot.channels.text import plain
from handlers.reply import Block, Bullets, Button, Checklist, Fact, Heading, Item, Paragraph, Reply, Source
from tests.fakes.telegram.rules import visible

BLOCKS: tuple[Block, ...] = (
    Heading(text="Đăng ký khai sinh"),
    Paragraph(text="Một & hai <ba>."),
    Fact(label="Lệ phí", text="Miễn"),
    Fact(label="Nơi nộp", text="Xã\nPhường"),
    Bullets(title="Giấy tờ:", items=("Giấy chứng sinh", "Tờ khai")),
    Bullets(items=("một",)),
    Source(text="Nguồn: Cổng"),
)


def drawn(*blocks: Block) -> str:
    (part,) = parts(Reply(blocks=blocks), Keyboard())
    return part.html


def test_what_is_read_is_what_every_channel_says() -> None:
    text, fault = visible(drawn(*BLOCKS))
    assert fault == ""
    assert text == plain(Reply(blocks=BLOCKS))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.kind)
def test_every_block_alone(block: Block) -> None:
    assert visible(drawn(block)) == (plain(Reply(blocks=(block,))), "")


def test_names_stand_out() -> None:
    assert drawn(*BLOCKS[:1]) == "<b>Đăng ký khai sinh</b>"
    assert "<b>Lệ phí:</b> Miễn\n<b>Nơi nộp:</b>\nXã" in drawn(*BLOCKS)


def test_a_checklist_has_boxes_in_the_text_and_below_it() -> None:
    items = (
        Item(label="Tờ khai", detail="1 bản chính", ticked=True, press="t:1:a:0"),
        Item(label="Sổ", ticked=False, press="t:1:b:1"),
    )
    (part,) = parts(Reply(blocks=(Checklist(title="Giấy tờ · 1/2", items=items),)), Keyboard())
    assert visible(part.html)[0] == "Giấy tờ · 1/2\n☑ Tờ khai\n    1 bản chính\n☐ Sổ"
    assert part.keyboard is not None
    assert [row[0].text for row in part.keyboard.inline_keyboard] == ["☑ Tờ khai", "☐ Sổ"]


def test_the_keyboard_stands_under_the_last_message() -> None:
    blocks = tuple(Paragraph(text=sign * 3000) for sign in "ab")
    first, second = parts(Reply(blocks=blocks, buttons=((Button(label="Menu", press="m"),),)), Keyboard())
    assert first.keyboard is None
    assert second.keyboard is not None
