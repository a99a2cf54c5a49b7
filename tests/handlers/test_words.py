import pytest

from handlers.press import Press
from handlers.presses import Help, Home, Lists, Person, Speak, Start, Track
from handlers.vocabulary import shipped
from handlers.words import (
    after_not_this,
    age,
    asks_for_a_paper,
    asks_where_a_dossier_is,
    bare,
    calls_assistant,
    goes_on,
    has_no_code,
    means_back,
    means_unsure,
    menu_word,
    names_persons,
    ordinal,
    other_case,
    plain,
)


@pytest.mark.parametrize(
    ("typed", "press"),
    [
        ("/start", Start()),
        ("Bắt đầu", Start()),
        ("menu", Home()),
        ("🏠 Menu", Home()),
        ("/huy", Home()),
        ("TRỢ GIÚP!", Help()),
        ("tro giup", Help()),
        ("/danhsach", Lists()),
        ("Tra cứu hồ sơ", Track()),
        ("hồ sơ của tôi đến đâu rồi?", Track()),
        ("1022", Person()),
        ("tiếng Anh", Speak(language="en")),
    ],
)
def test_a_menu_word_presses_in_any_dress(typed: str, press: Press) -> None:
    assert menu_word(typed) == press


@pytest.mark.parametrize("typed", ["làm giấy khai sinh", "menu của quán phở", ""])
def test_anything_else_is_no_menu_word(typed: str) -> None:
    assert menu_word(typed) is None


def test_a_word_means_one_thing() -> None:
    """However it is spelt: ``hủy`` and ``huỷ`` may both stand under one press."""
    said = shipped()
    kinds = {**said.press, "back": said.back, "not this": said.not_this}
    meanings = [(plain(word), kind) for kind, listed in kinds.items() for word in listed]

    assert len(dict(meanings)) == len(set(meanings))


def test_back_not_this_and_not_sure_are_understood() -> None:
    assert means_back("⬅ Quay lại")
    assert means_back("tro lai")
    assert not means_back("quay lại trường học")
    assert after_not_this("không phải") == after_not_this("Không phải cái này!") == ""
    assert after_not_this("không phải, ý mình là cấp lại") == "cấp lại"
    assert after_not_this("sai rồi, mình muốn đổi") == "đổi"
    assert after_not_this("à không, sổ bị mất cơ") == "sổ bị mất"
    assert after_not_this("không phải, đó") == "đó"
    assert after_not_this("phải rồi") is None
    assert means_unsure("Chưa biết")
    assert not means_unsure("không")


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("cái đầu tiên", 1),
        ("lấy cái số 2 đi", 2),
        ("cai thu hai a", 2),
        ("Thứ ba", 3),
        ("cái cuối ạ", -1),
        ("ba", None),
        ("cái này", None),
        ("", None),
    ],
)
def test_a_place_in_a_list_is_counted_out(line: str, number: int | None) -> None:
    assert ordinal(line) == number


@pytest.mark.parametrize(
    ("line", "words", "persons"),
    [
        ("mẹ là người Nhật Bản", ("nhat", "ban"), True),
        ("nghỉ bán", ("ban",), False),
        ("nghi ban", ("ban",), True),
        ("người già", ("nguoi", "gia"), True),
        ("bao nhiêu tiền", (), False),
        ("độc thân có nhận được không", ("doc", "than"), True),
        ("xin độc thân", ("doc", "than"), False),
    ],
)
def test_persons_are_told_from_errands_by_the_marks_of_a_line(
    line: str, words: tuple[str, ...], persons: bool
) -> None:
    assert names_persons(line, words) is persons


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("còn bằng nước ngoài thì sao", "bằng nước ngoài"),
        ("Chồng thì sao?", "Chồng"),
        ("mình ly hôn rồi thì cần thêm gì", "mình ly hôn rồi"),
        ("cha là người nước ngoài", "cha là người nước ngoài"),
    ],
)
def test_the_other_case_is_what_is_asked_about(line: str, case: str) -> None:
    assert other_case(line) == case


def test_an_age_is_told_in_years_or_months() -> None:
    assert age("con 16 tuổi") == 16
    assert age("bé 3 tháng tuổi") == 0
    assert age("mức 2") is None


@pytest.mark.parametrize("line", ["quên mã rồi", "Mã nằm ở đâu vậy?", "em không nhớ"])
def test_a_lost_code_is_heard(line: str) -> None:
    assert has_no_code(line)
    assert not has_no_code("mã của em là 000.00.04.H51-261119-0001")


@pytest.mark.parametrize(
    ("line", "called"),
    [("Trợ lý", True), ("gap tro ly", True), ("Bot!", True), ("bot ngu", False), ("", False)],
)
def test_the_assistant_is_called_by_name(line: str, called: bool) -> None:
    assert calls_assistant(line) is called


def test_courtesy_around_an_answer_is_left_out() -> None:
    assert bare("Dạ, mẹ ạ!") == "me"
    assert bare("dạ ạ") == ""


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("không, ý em là đổi", "đổi"),
        ("nhầm, mở khóa cơ", "mở khóa"),
        ("ý là người nước ngoài", "người nước ngoài"),
        ("à không phải, có sổ rồi mà bị mất", "có sổ rồi mà bị mất"),
        ("à ý em là tạm trú", "tạm trú"),
        ("mất chứ không phải hết hạn", "mất"),
        ("ý là hết hạn chứ chưa mất", "hết hạn"),
        ("không", None),
        ("không biết", None),
        ("khác tỉnh làm được không", None),
    ],
)
def test_a_short_no_needs_something_after_it(line: str, rest: str | None) -> None:
    assert after_not_this(line) == rest


@pytest.mark.parametrize(
    ("line", "on"),
    [
        ("vậy cho con 5 tuổi thì sao", True),
        ("lo bi mat thi sao", True),
        ("nếu chồng là người Đài Loan", True),
        ("cho con 5 tuổi", False),
        ("làm hộ chiếu", False),
    ],
)
def test_a_line_that_goes_on_begins_or_ends_so(line: str, on: bool) -> None:
    assert goes_on(line) == on


def test_asking_whether_something_is_needed_is_told_from_asking_for_it() -> None:
    assert asks_for_a_paper("có cần giấy chứng sinh không")
    assert not asks_for_a_paper("xin giấy chứng sinh")


@pytest.mark.parametrize(
    "line",
    [
        "hồ sơ của tôi tới đâu",
        "ho so em nop hom qua toi dau roi",
        "kiểm tra tiến độ hồ sơ giùm",
        "hs của mình xong chưa ạ",
        "tra cứu hồ sơ đất",
    ],
)
def test_the_wish_to_know_where_a_dossier_is_is_understood(line: str) -> None:
    assert asks_where_a_dossier_is(line)


@pytest.mark.parametrize(
    "line",
    [
        "hồ sơ nộp tới đâu",
        "hồ sơ khai sinh gồm những gì",
        "nộp hồ sơ ở đâu",
        "khai sinh xong chưa",
        "kiểm tra phạt nguội",
        "tôi muốn kiểm tra xem hồ sơ của con tôi đi học lớp một ở phường khác thì cần thêm giấy tờ gì không",
    ],
)
def test_a_question_about_papers_is_not_one_about_a_dossier(line: str) -> None:
    assert not asks_where_a_dossier_is(line)
