import pytest

from knowledge.matching.ranking import Evidence, Ranker, read_phrase
from tests.knowledge.matching.few import BIRTH, BIRTH_AGAIN, CARD, CARD_LOST, ENTRIES

RANKER = Ranker.over(ENTRIES)
PLACES = {entry.code: at for at, entry in enumerate(ENTRIES)}


def total(text: str, code: str) -> float:
    return float(RANKER.compare(RANKER.weighed(read_phrase(text))).total[PLACES[code]])


def test_a_guides_phrase_and_an_official_name_both_count() -> None:
    assert total("vợ mới sinh đi làm giấy tờ cho con", BIRTH.code) > total("khai sinh", BIRTH_AGAIN.code) / 2
    assert total("cấp lại thẻ căn cước", CARD_LOST.code) > total("cấp lại thẻ căn cước", CARD.code)


def test_citizens_words_reach_a_procedure_without_a_guide() -> None:
    assert total("mất cccd", CARD_LOST.code) > total("mất cccd", BIRTH.code)


def test_what_stands_in_brackets_about_the_place_is_no_part_of_a_name() -> None:
    evidence = RANKER.compare(RANKER.weighed(read_phrase("trung ương")))
    assert evidence.name.max() == 0


def test_cover_is_the_share_that_is_explained() -> None:
    parts = read_phrase("khai sinh xyzt")
    assert 0 < RANKER.cover(parts, PLACES[BIRTH.code]) < 1
    assert RANKER.cover(read_phrase("khai sinh"), PLACES[BIRTH.code]) == 1.0
    assert RANKER.cover([], 0) == 0.0


def test_a_word_with_other_marks_explains_less() -> None:
    at = PLACES[CARD.code]
    unmarked, same, other = (RANKER.cover(read_phrase(text), at) for text in ("the", "thẻ", "thề"))
    assert unmarked == same == 1.0
    assert other == 0.5


def test_the_evidence_is_told_by_kind() -> None:
    told = RANKER.compare(RANKER.weighed(read_phrase("khai sinh"))).of(PLACES[BIRTH.code])
    assert set(told) == {"name", "says", "summary", "field", "learned"}
    assert told["says"] > 0


def test_evidence_is_mixed_by_shares() -> None:
    birth = RANKER.compare(RANKER.weighed(read_phrase("khai sinh")))
    card = RANKER.compare(RANKER.weighed(read_phrase("căn cước")))
    mixed = Evidence.mixed([birth, card], [0.75, 0.25])
    at = PLACES[BIRTH.code]
    assert float(mixed.says[at]) == pytest.approx(0.75 * birth.says[at] + 0.25 * card.says[at])
