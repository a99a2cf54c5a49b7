import pytest

from knowledge.matching import build
from knowledge.matching.match import Aspect, Match, Place, Verdict
from knowledge.matching.matcher import RankingMatcher
from tests.knowledge.matching.few import ABSENT, ENTRIES

NOWHERE = Place()


def codes(match: Match) -> list[str]:
    return [one.code for one in match.candidates]


def test_an_answer_has_candidates_with_evidence_best_first(few: RankingMatcher) -> None:
    match = few.match("lam giay khai sinh cho con can giay to gi", NOWHERE)
    assert match.verdict is Verdict.ANSWER
    assert match.aspects == (Aspect.PAPERS,)
    assert match.normal == "lam giay khai sinh cho con can giay to gi"
    scores = [one.score for one in match.candidates]
    assert scores == sorted(scores, reverse=True)
    assert 0 < scores[-1] <= scores[0] <= 1
    assert match.candidates[0].why["says"] > 0


def test_circumstances_decide_between_siblings(few: RankingMatcher) -> None:
    assert codes(few.match("làm giấy khai sinh cho con có cha người Hàn Quốc", NOWHERE))[0] == "2.000528"
    assert codes(few.match("bị mất căn cước", NOWHERE))[:1] == ["1.014064"]
    assert codes(few.match("làm căn cước lần đầu", NOWHERE))[0] == "1.014061"


def test_the_nearest_desk_comes_before_the_ministry(few: RankingMatcher) -> None:
    found = codes(few.match("cấp lại thẻ căn cước", NOWHERE))
    assert found.index("1.014064") < found.index("1.000757")


def test_a_citizen_of_the_province_gets_its_own_procedure(few: RankingMatcher) -> None:
    question = "xin cấp giấy chứng nhận số nhà"
    assert codes(few.match(question, Place(province="Đà Nẵng")))[0] == "1.009141"
    assert codes(few.match(question, Place(province="Lai Châu")))[0] == "1.009142"
    assert codes(few.match(f"{question} ở Lai Châu", NOWHERE))[0] == "1.009142"


def test_what_is_not_held_is_told_by_its_key(few: RankingMatcher) -> None:
    match = few.match("vợ chồng em muốn ly hôn ra tòa", NOWHERE)
    assert match.verdict is Verdict.ABSENT
    assert match.topic == "ly_hon"
    assert not any(code.startswith("absent") for code in codes(match))


def test_the_same_question_gets_the_same_answer(few: RankingMatcher) -> None:
    again = build(ENTRIES, ABSENT)
    for text in ("khai sinh", "căn cước mất rồi", "giấy tờ xe", "hàng nhập khẩu"):
        assert few.match(text, NOWHERE) == few.match(text, NOWHERE)
        assert codes(again.match(text, NOWHERE)) == codes(few.match(text, NOWHERE))


@pytest.mark.parametrize("text", ["", " ", "?", "😀", "a" * 2000, "1", "\x00", "' OR 1=1 --", "khai " * 400])
def test_nothing_that_is_typed_is_too_strange(few: RankingMatcher, text: str) -> None:
    assert len(few.match(text, NOWHERE).candidates) <= 10


def test_there_may_be_no_procedure_at_all() -> None:
    assert build([]).match("khai sinh", NOWHERE).verdict is Verdict.OUT_OF_SCOPE


def test_at_most_ten_candidates(shipped: RankingMatcher) -> None:
    assert len(shipped.match("đăng ký xe", NOWHERE).candidates) == 10


def test_the_analysis_tells_what_the_match_was_made_of(few: RankingMatcher) -> None:
    found = few.analyse("mất căn cước ở Huế", NOWHERE)
    assert "lost" in found.told
    assert "Huế" in found.provinces
    assert found.standing.known
    assert ENTRIES[found.order[0]].code == "1.014064"
