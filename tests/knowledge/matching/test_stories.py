import pytest

from knowledge.matching.ranking import Evidence, Ranker, read_phrase
from knowledge.matching.stories import compared
from tests.knowledge.matching.few import CARD_LOST, ENTRIES

RANKER = Ranker.over(ENTRIES)
AT = ENTRIES.index(CARD_LOST)
TELLING = "tháng trước nhà kia mua xe nhập khẩu từ hàng hóa trên người con giấy số nhà khai sinh"
ASKING = "cấp lại thẻ căn cước"


def found(text: str) -> tuple[Evidence, Evidence]:
    parts = read_phrase(text)
    question = RANKER.weighed(parts)
    return RANKER.compare(question), compared(RANKER, parts, question)


def test_in_a_story_the_clause_that_asks_is_heard_by_itself() -> None:
    whole, heard = found(f"{TELLING}. {ASKING}")
    assert heard.name[AT] > whole.name[AT]


@pytest.mark.parametrize("text", [ASKING, f"mất ví. {ASKING}", f"{TELLING} {ASKING}", ""])
def test_a_short_line_and_one_of_a_single_clause_are_heard_as_a_whole(text: str) -> None:
    whole, heard = found(text)
    assert (heard.total == whole.total).all()
