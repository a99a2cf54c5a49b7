from bot.channels.text import numbered, plain, rows
from handlers.options import options, typed
from handlers.reply import Bullets, Button, Checklist, Fact, Heading, Item, Paragraph, Reply, Source

REPLY = Reply(
    blocks=(
        Heading(text="Đăng ký khai sinh"),
        Paragraph(text="Làm giấy khai sinh cho trẻ."),
        Fact(label="Lệ phí", text="Miễn phí"),
        Fact(label="Thời gian", text="Trong ngày"),
        Fact(label="Các bước", text="Bước 1: Nộp\nBước 2: Nhận"),
        Bullets(title="Cần mang", items=("Tờ khai", "Căn cước")),
        Bullets(items=("Không tên",)),
        Checklist(
            title="Giấy tờ · 1/2",
            items=(
                Item(label="Giấy chứng sinh", detail="1 bản chính", ticked=True, press="t:1:chung_sinh:0"),
                Item(label="Căn cước", ticked=False, press="t:1:can_cuoc:1"),
            ),
        ),
        Source(text="Nguồn: Cổng Dịch vụ công quốc gia"),
    ),
    buttons=(
        (Button(label="Lệ phí", press="f:1.001193:fee"),),
        (Button(label="⬅ Quay lại", press="c:1.001193"), Button(label="🏠 Menu", press="m")),
    ),
)


def test_a_reply_is_read_as_paragraphs_with_facts_line_by_line() -> None:
    assert plain(REPLY) == (
        "Đăng ký khai sinh\n\n"
        "Làm giấy khai sinh cho trẻ.\n\n"
        "Lệ phí: Miễn phí\n"
        "Thời gian: Trong ngày\n"
        "Các bước:\nBước 1: Nộp\nBước 2: Nhận\n\n"
        "Cần mang\n• Tờ khai\n• Căn cước\n\n"
        "• Không tên\n\n"
        "Giấy tờ · 1/2\n[x] Giấy chứng sinh\n    1 bản chính\n[ ] Căn cước\n\n"
        "Nguồn: Cổng Dịch vụ công quốc gia"
    )


def test_choices_are_numbered_papers_first() -> None:
    text = numbered(REPLY)

    assert "1. [x] Giấy chứng sinh\n    1 bản chính\n2. [ ] Căn cước\n" in text
    assert text.endswith("\n\n3. Lệ phí\n4. ⬅ Quay lại\n5. 🏠 Menu")


def test_the_number_shown_is_the_number_that_presses() -> None:
    lines = [line for line in numbered(REPLY).splitlines() if line[:1].isdigit()]

    for line, option in zip(lines, options(REPLY), strict=True):
        number, _, label = line.partition(". ")
        assert label == option.label
        assert typed(options(REPLY), number) == option.press


def test_without_choices_nothing_is_numbered() -> None:
    assert numbered(Reply(blocks=(Paragraph(text="Xong."),))) == "Xong."


def test_every_paper_is_a_row_of_its_own_before_the_buttons() -> None:
    assert [[one.press for one in row] for row in rows(REPLY)] == [
        ["t:1:chung_sinh:0"],
        ["t:1:can_cuoc:1"],
        ["f:1.001193:fee"],
        ["c:1.001193", "m"],
    ]


def test_where_others_read_along_ones_own_matter_leads_away_and_numbers_stay() -> None:
    reply = Reply(
        blocks=(Paragraph(text="Chào bạn."),),
        buttons=((Button(label="🔐 Dữ liệu", press="pe"), Button(label="🏠 Menu", press="m")),),
    )
    assert numbered(reply, apart="Bot Một Cửa") == "Chào bạn.\n\n🔐 Dữ liệu → Bot Một Cửa\n2. 🏠 Menu"
