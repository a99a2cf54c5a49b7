from collections import defaultdict

import pytest

from knowledge.english import phrases, vietnamese
from knowledge.matching.match import Place, Verdict
from knowledge.matching.matcher import RankingMatcher
from knowledge.shelf import Shelf
from motcua.text import unmarked

# Sayings like "làm temporary residence card": to read them as English does no harm.
HALF_ENGLISH = 5


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("renew driving licence", "đổi bằng lái xe sắp hết hạn"),
        ("Renewing my driving licences!", "đổi bằng lái xe sắp hết hạn"),
        ("What documents do I need to register my newborn?", "đăng ký khai sinh cần giấy tờ gì"),
        ("I’ve lost my ID card", "bị mất thẻ căn cước làm lại"),
        ("how much is a passport, and how long does it take", "hộ chiếu lệ phí bao nhiêu trong bao lâu"),
        ("register a marriage in Hà Nội", "đăng ký kết hôn ha noi"),
    ],
)
def test_english_is_put_into_vietnamese(line: str, read: str) -> None:
    assert vietnamese(line) == read


def test_other_words_may_stand_between_those_of_a_phrase() -> None:
    assert vietnamese("change my daughter's school") == "chuyển trường cho học sinh cho con"


@pytest.mark.parametrize(
    "line", ["", "?", "lam the can cuoc", "visa", "đổi bằng lái xe online", "mất passport", "42"]
)
def test_a_line_that_is_not_english_stays_as_it_is(line: str) -> None:
    assert vietnamese(line) in (line, "thị thực")


def test_no_saying_of_a_guide_is_taken_for_english() -> None:
    guides = (one.guide for one in Shelf.load().procedures.values())
    says = [say for guide in guides if guide for say in guide.says]
    for lines in (says, [unmarked(say) for say in says]):
        assert len([line for line in lines if vietnamese(line) != line]) <= HALF_ENGLISH


def test_no_phrase_is_empty_or_means_two_things() -> None:
    """Where this fails, take the phrase away from one of the two lines of `knowledge/data/english.yaml`."""
    said = defaultdict(set)
    for phrase in phrases():
        said[phrase.stems].add(phrase.said)
    assert {stems: each for stems, each in said.items() if len(each) > 1 or not stems} == {}


@pytest.mark.parametrize(
    ("line", "topic"), [("how do I get a divorce", "ly_hon"), ("pay a speeding ticket", "phat_nguoi")]
)
def test_what_is_not_held_is_told_in_english_too(shipped: RankingMatcher, line: str, topic: str) -> None:
    match = shipped.match(line, Place())
    assert (match.verdict, match.topic) == (Verdict.ABSENT, topic)


def test_what_is_no_errand_stays_none(shipped: RankingMatcher) -> None:
    assert shipped.match("what will the weather be like in Da Lat", Place()).verdict is Verdict.OUT_OF_SCOPE
    assert shipped.match("hello", Place()).verdict is Verdict.SMALLTALK
