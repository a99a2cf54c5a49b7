import pytest

from handlers.options import box, hinted, last_options, options, typed
from handlers.reply import Button, Checklist, Item, Paragraph, Reply

PAPERS = Reply(
    blocks=(
        Checklist(
            title="Giấy tờ",
            items=(
                Item(label="Giấy chứng sinh", ticked=True, press="t:1:chung_sinh:0"),
                Item(label="Căn cước", ticked=False, press="t:1:can_cuoc:1"),
            ),
        ),
    ),
    buttons=((Button(label="Lệ phí", press="f:1.001193:fee"), Button(label="🏠 Menu", press="m")),),
)

QUESTION = (
    Button(label="Cha hoặc mẹ", press="a:1.001193:ai:cha_me"),
    Button(label="Nhờ người khác", press="a:1.001193:ai:nho"),
    Button(label="Người khác nữa", press="a:1.001193:ai:khac"),
    Button(label="Không rõ", press="a:1.001193:ai:_"),
    Button(label="⬅ Quay lại", press="c:1.001193"),
)


def test_papers_are_counted_before_buttons() -> None:
    assert [one.press for one in options(PAPERS)] == [
        "t:1:chung_sinh:0",
        "t:1:can_cuoc:1",
        "f:1.001193:fee",
        "m",
    ]
    assert [one.label for one in options(PAPERS)][:2] == ["[x] Giấy chứng sinh", "[ ] Căn cước"]
    assert (box(True), box(False)) == ("[x]", "[ ]")


def test_only_the_last_reply_can_be_answered_by_typing() -> None:
    assert last_options((PAPERS, Reply(blocks=(Paragraph(text="Xong"),)))) == ()


@pytest.mark.parametrize(
    ("line", "press"),
    [
        ("1", "t:1:chung_sinh:0"),
        ("3.", "f:1.001193:fee"),
        ("số 4", "m"),
        ("chon 2", "t:1:can_cuoc:1"),
        ("lệ phí", "f:1.001193:fee"),
        ("Menu", "m"),
        ("giay chung sinh", "t:1:chung_sinh:0"),
        ("5", ""),
        ("0", ""),
        ("1234", ""),
        ("lệ phí bao nhiêu", ""),
        ("", ""),
        ("🏠", ""),
    ],
)
def test_a_number_or_a_label_presses(line: str, press: str) -> None:
    assert typed(options(PAPERS), line) == press


@pytest.mark.parametrize(
    ("line", "press"),
    [
        ("mẹ", "a:1.001193:ai:cha_me"),
        ("dạ cha ạ", "a:1.001193:ai:cha_me"),
        ("nhờ", "a:1.001193:ai:nho"),
        ("chưa biết", "a:1.001193:ai:_"),
        ("người khác", ""),
        ("không", ""),
        ("quay", ""),
        ("dạ", ""),
        ("bà ngoại", ""),
    ],
)
def test_enough_words_of_one_choice_press_it(line: str, press: str) -> None:
    assert hinted(QUESTION, line) == press


@pytest.mark.parametrize(
    ("line", "press"),
    [
        ("cái đầu tiên", "a:1.001193:ai:cha_me"),
        ("cái thứ hai", "a:1.001193:ai:nho"),
        ("cái cuối cùng", "a:1.001193:ai:_"),
        ("cái thứ năm", ""),
    ],
)
def test_a_place_among_what_is_alike_presses_it(line: str, press: str) -> None:
    assert typed(QUESTION, line) == press


def test_the_second_of_one_and_the_last_of_none_press_nothing() -> None:
    assert typed(QUESTION[:1], "cái thứ hai") == typed((), "cái cuối") == ""


def test_not_sure_presses_nothing_where_nothing_is_asked() -> None:
    assert hinted(options(PAPERS), "không biết") == ""
