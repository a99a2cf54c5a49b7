import pytest

from knowledge.matching.match import Verdict
from knowledge.matching.talk import NOISE, Talk, is_noise, is_vague, talk, texts
from knowledge.text.words import Word, clauses, word, words


def said(text: str) -> Talk | None:
    trusted = not text.isascii()
    return talk([tuple(word(token, trusted=trusted) for token in tokens) for tokens in clauses(text)])


@pytest.mark.parametrize(
    ("text", "verdict", "topic"),
    [
        ("xin chào", Verdict.SMALLTALK, "greeting"),
        ("cảm ơn bạn nhiều nhé", Verdict.SMALLTALK, "thanks"),
        ("ban la ai", Verdict.SMALLTALK, "who"),
        ("tạm biệt", Verdict.SMALLTALK, "goodbye"),
        ("buồn quá", Verdict.SMALLTALK, "sad"),
        ("qwrt", Verdict.SMALLTALK, "noise"),
        ("trời mưa không", Verdict.OUT_OF_SCOPE, "weather"),
        ("xin visa đi mỹ", Verdict.OUT_OF_SCOPE, "visa_abroad"),
        ("hack facebook", Verdict.REFUSE, "command"),
        ("mua bằng lái", Verdict.REFUSE, "unlawful"),
        ("làm giấy tờ", Verdict.CLARIFY, "vague"),
        ("sổ đỏ", Verdict.CLARIFY, "vague"),
        ("cho em hỏi về vụ sổ đỏ ạ", Verdict.CLARIFY, "vague"),
        ("bạn là người thật hay máy vậy", Verdict.SMALLTALK, "who"),
        ("làm sổ đỏ", Verdict.CLARIFY, "vague"),
        ("chào ad em muốn làm sổ đỏ", Verdict.CLARIFY, "vague"),
    ],
)
def test_talk(text: str, verdict: Verdict, topic: str) -> None:
    found = said(text)
    assert found is not None
    assert (found.verdict, found.topic) == (verdict, topic)


@pytest.mark.parametrize("text", ["làm gia hạn tạm trú", "lam gia han tam tru", "thứ 7 có làm không"])
def test_an_errand_that_looks_like_a_crime_without_its_marks_is_none(text: str) -> None:
    assert said(text) is None


@pytest.mark.parametrize(
    "text",
    ["chào bạn cho mình hỏi làm khai sinh", "làm khai sinh", "mất căn cước", "cảm ơn đã làm khai sinh"],
)
def test_an_errand_is_no_talk(text: str) -> None:
    assert said(text) is None


def test_a_story_that_names_another_world_in_passing_is_none_of_it() -> None:
    story = "hôm qua trời mưa to nhà em bị dột hết cả nên em tính sửa lại căn nhà cấp bốn của ba má để lại"
    assert said(story) is None


def test_nothing_and_one_key_held_down_are_noise() -> None:
    assert talk([]) == NOISE
    assert is_noise("kkkk")
    assert not is_noise("k")
    assert not is_noise("khai")


def test_only_a_line_without_an_errand_is_vague() -> None:
    assert is_vague(said("tôi cần làm thủ tục"))
    assert not is_vague(said("xin chào"))
    assert not is_vague(None)


def test_the_vocabulary_gets_the_phrases() -> None:
    assert words("xin chào") in texts()
    assert all(isinstance(found, Word) for phrase in texts()[:5] for found in phrase)
