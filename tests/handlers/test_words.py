import pytest

from handlers import words
from handlers.press import Press
from handlers.presses import Help, Home, Lists, Person, Speak, Start, Track
from handlers.words import (
    after_not_this,
    asks_on,
    asks_where_a_dossier_is,
    bare,
    goes_on,
    means_back,
    means_unsure,
    menu_word,
    plain,
    tells_a_case,
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
    shipped = words.shipped()
    kinds = {**shipped.press, "back": shipped.back, "not this": shipped.not_this}
    meanings = [(plain(word), kind) for kind, listed in kinds.items() for word in listed]

    assert len(dict(meanings)) == len(set(meanings))


def test_back_not_this_and_not_sure_are_understood() -> None:
    assert means_back("⬅ Quay lại")
    assert means_back("tro lai")
    assert not means_back("quay lại trường học")
    assert after_not_this("không phải") == after_not_this("Không phải cái này!") == ""
    assert after_not_this("không phải, ý mình là cấp lại") == "cấp lại"
    assert after_not_this("sai rồi, mình muốn đổi") == "đổi"
    assert after_not_this("phải rồi") is None
    assert means_unsure("Chưa biết")
    assert not means_unsure("không")


def test_courtesy_around_an_answer_is_left_out() -> None:
    assert bare("Dạ, mẹ ạ!") == "me"
    assert bare("dạ ạ") == ""


@pytest.mark.parametrize(
    "line",
    [
        "thế mất bao lâu",
        "the mat bao lau",
        "còn lệ phí thì sao ạ?",
        "con le phi",
        "nộp online được không",
        "cần mang theo giấy tờ gì nữa em nhỉ",
        "vậy nộp ở đâu",
        "hết bao nhiêu tiền hả bạn",
        "có mẫu đơn không",
        "căn cứ pháp lý là gì",
    ],
)
def test_a_line_without_a_subject_asks_on(line: str) -> None:
    assert asks_on(line)


@pytest.mark.parametrize(
    "line",
    [
        "khai sinh mất bao lâu",
        "làm hộ chiếu bao nhiêu tiền",
        "lam can cuoc o dau",
        "vậy cho con 5 tuổi thì sao",
        "đất này thì sao",
        "",
        "123 ?",
    ],
)
def test_a_line_with_a_subject_of_its_own_does_not(line: str) -> None:
    assert not asks_on(line)


@pytest.mark.parametrize(
    ("line", "on", "case"),
    [
        ("vậy cho con 5 tuổi thì sao", True, True),
        ("vay cho con 5 tuoi thi sao", True, True),
        ("lỡ bị mất thì sao", True, True),
        ("còn căn cước thì sao", True, False),
        ("nếu chồng là người Đài Loan", True, False),
        ("cho con 5 tuổi", False, False),
        ("làm hộ chiếu", False, False),
    ],
)
def test_a_line_that_goes_on_is_told_from_a_new_subject(line: str, on: bool, case: bool) -> None:
    assert (goes_on(line), tells_a_case(line)) == (on, case)


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
