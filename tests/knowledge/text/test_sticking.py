import pytest

from knowledge.text.sticking import Splitter
from knowledge.text.vocabulary import Vocabulary
from knowledge.text.words import words

SPLITTER = Splitter(
    Vocabulary().add(
        [
            words(text)
            for text in (
                "làm khai sinh cho con",
                "đăng ký kết hôn",
                "mất căn cước",
                "online",
                "giấy khai sinh",
            )
        ]
    )
)


@pytest.mark.parametrize(
    ("stuck", "apart"),
    [
        ("lamkhaisinhchocon", "lam khai sinh cho con"),
        ("dangkykethon", "dang ky ket hon"),
        ("matcancuoc", "mat can cuoc"),
        ("đăngkýkếthôn", "đăng ký kết hôn"),
    ],
)
def test_stuck_words_are_cut(stuck: str, apart: str) -> None:
    assert " ".join(SPLITTER.split(stuck)) == apart


def test_raw_keystrokes_may_be_stuck_too() -> None:
    assert len(SPLITTER.split("giaayskhaisinh")) == 3


@pytest.mark.parametrize("token", ["online", "sinh", "vneid2", "abcxyz", "k"])
def test_what_is_one_word_or_none_stays(token: str) -> None:
    assert SPLITTER.split(token) == ()
