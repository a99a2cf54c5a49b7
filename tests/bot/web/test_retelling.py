import pytest

from bot.web.retelling import replied, without_picture
from handlers.reply import Button, File, Paragraph, Reply


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("🏠 Trang đầu", "Trang đầu"),
        ("⬅ Quay lại", "Quay lại"),
        ("⬅\ufe0f Quay lại", "Quay lại"),
        ("👨‍👩‍👧 Gia đình", "Gia đình"),
        ("Lệ phí", "Lệ phí"),
        ("1.001193", "1.001193"),
        ("“Khai sinh”", "“Khai sinh”"),
        ("Sao y 📋", "Sao y 📋"),
        ("👍", "👍"),
    ],
)
def test_a_picture_before_the_words_is_left_out(label: str, words: str) -> None:
    assert without_picture(label) == words


def test_only_labels_change() -> None:
    reply = Reply(
        blocks=(Paragraph(text="🙂 Chào bạn"),), buttons=((Button(label="🏠 Đầu", press="m"),),), key="k"
    )
    told = replied(7, reply.model_dump_json())
    assert told.id == 7
    assert told.reply.buttons == ((Button(label="Đầu", press="m"),),)
    assert told.reply.blocks == reply.blocks
    assert told.reply.key == "k"


def test_files_are_addressed_and_not_sent_along() -> None:
    picture = File.holding("a.png", "image/png", b"1")
    document = File.holding("b.pdf", "application/pdf", b"2")
    reply = Reply(blocks=(Paragraph(text="Đây"),), files=(picture, document))
    told = replied(7, reply.model_dump_json())
    assert told.reply.files == ()
    assert [(one.name, one.address, one.shown) for one in told.files] == [
        ("a.png", "/chat/files/7/0", True),
        ("b.pdf", "/chat/files/7/1", False),
    ]
