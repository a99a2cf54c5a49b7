import pytest

from knowledge.matching.match import Aspect
from knowledge.matching.subject import asked, said
from knowledge.text.words import Clause, clauses, word


def _read(text: str) -> list[Clause]:
    trusted = not text.isascii()
    return [tuple(word(token, trusted=trusted) for token in clause) for clause in clauses(text)]


@pytest.mark.parametrize(
    "line",
    [
        "thế mất bao lâu",
        "the mat bao lau",
        "còn lệ phí thì sao ạ?",
        "nộp online được không",
        "cần mang theo giấy tờ gì nữa em nhỉ",
        "có mẫu đơn không",
        "căn cứ pháp lý là gì",
        "làm trên vneid được không",
        "ra phường nào cũng được hả",
        "có phải đi cả hai người không",
        "",
    ],
)
def test_a_line_that_only_asks_has_no_subject(line: str) -> None:
    left = said(_read(line))

    assert (left.subject, left.case) == ((), ())


@pytest.mark.parametrize(
    ("line", "subject", "case"),
    [
        ("vậy cho con 5 tuổi thì sao", (), ("5", "tuoi")),
        ("lỡ bị mất thì sao", (), ("lo", "bi", "mat")),
        ("vợ đi thay được không", (), ("vo", "thay")),
        ("còn căn cước thì sao", ("can", "cuoc"), ()),
        ("khai sinh mất bao lâu", ("khai", "sinh"), ()),
        ("làm hộ chiếu bao nhiêu tiền", ("ho", "chieu"), ()),
        ("thế còn tạm trú", ("tam", "tru"), ()),
        ("đất này", ("dat",), ()),
    ],
)
def test_the_errand_is_told_from_the_case(line: str, subject: tuple[str, ...], case: tuple[str, ...]) -> None:
    left = said(_read(line))

    assert (left.subject, left.case) == (subject, case)


@pytest.mark.parametrize(
    ("line", "aspects"),
    [
        ("phí thì sao", (Aspect.FEE,)),
        ("làm ở nhà được không", (Aspect.ONLINE,)),
        ("có được không", (Aspect.CONDITIONS,)),
        ("bao nhiêu tiền", (Aspect.FEE,)),
        ("rồi sao nữa", ()),
    ],
)
def test_single_words_ask_where_nothing_plainer_does(line: str, aspects: tuple[Aspect, ...]) -> None:
    assert asked(_read(line)) == aspects
