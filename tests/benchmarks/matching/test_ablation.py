import pytest

from benchmarks.matching.ablation import INGREDIENTS, PHRASES, WHOLE, ablation
from benchmarks.matching.peers import Ours
from knowledge.matching.labelled import Question
from tests.knowledge.matching.few import BIRTH, ENTRIES

ASKED = [Question(text=BIRTH.says[0], register="colloq", right=frozenset({BIRTH.code}))]


def test_everything_comes_first_and_guides_phrases_are_missed() -> None:
    whole, without = ablation(ENTRIES, ASKED, [PHRASES])
    assert (whole.without, without.without) == (WHOLE, PHRASES)
    assert whole.first == 1.0
    assert whole.json()["by_register"] == {"colloq": 1.0}


@pytest.mark.parametrize("name", INGREDIENTS)
def test_every_ingredient_can_be_left_out_and_is_back_afterwards(name: str) -> None:
    before = Ours(ENTRIES).match("mất cccd")
    rows = list(ablation(ENTRIES, ASKED, [name]))
    assert [row.without for row in rows] == [WHOLE, name]
    assert Ours(ENTRIES).match("mất cccd") == before
