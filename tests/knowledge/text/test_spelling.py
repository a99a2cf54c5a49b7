import pytest

from knowledge.text.spelling import Speller
from knowledge.text.vocabulary import Vocabulary
from knowledge.text.words import words

KNOWN = Vocabulary().add(
    [
        words(text)
        for text in (
            "đăng ký khai sinh",
            "đăng ký thường trú",
            "căn cước",
            "trợ cấp thất nghiệp",
            "giấy phép",
            "cần gì",
        )
    ],
    times=5,
)
SPELLER = Speller(KNOWN, settled=frozenset({"can"}))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("khia sinh", "khai sinh"),
        ("thường chú", "thuong tru"),
        ("căn cướt", "can cuoc"),
        ("thất nghệp", "that nghiep"),
        ("giấy fép", "giay phep"),
    ],
)
def test_slips_beside_a_word_that_speaks_for_another(typed: str, meant: str) -> None:
    mended = SPELLER.mend(typed.split())
    assert [word.bare for token in mended for word in words(token)] == meant.split()


def test_what_is_mended_keeps_no_marks_and_the_rest_keeps_them() -> None:
    assert SPELLER.mend(["đăng", "ký", "khia", "sinh"]) == ["đăng", "ký", "khai", "sinh"]


@pytest.mark.parametrize("typed", ["bánh xèo giòn", "cần gì", "gplx", "a1 2024"])
def test_what_no_neighbour_speaks_against_is_left_alone(typed: str) -> None:
    assert SPELLER.mend(typed.split()) == typed.split()


def test_chat_spelling_of_an_onset_is_mended_alone() -> None:
    assert SPELLER.mend(["wá"]) == ["quá"]


def test_a_word_with_its_marks_is_meant_where_little_speaks_against_it() -> None:
    known = Vocabulary().add([words("công an xã")] * 15 + [words("ăn trưa"), words("trả biển")])
    assert Speller(known).mend(["công", "an", "trả"]) == ["công", "an", "trả"]
    assert Speller(known).mend(["cong", "an", "tra"]) == ["cong", "an", "trua"]
