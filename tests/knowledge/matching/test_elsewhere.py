import pytest

from benchmarks.matching.data import shipped_entries
from knowledge.absent import load
from knowledge.matching.elsewhere import ELSEWHERE, elsewhere, is_elsewhere
from knowledge.matching.index import Weights
from knowledge.matching.match import Entry, Place, Verdict
from knowledge.matching.matcher import RankingMatcher
from motcua.text import clean_line
from tests.knowledge.matching.few import BIRTH

TOPICS = tuple(elsewhere())


def test_every_topic_has_a_dozen_sayings_and_none_stands_twice() -> None:
    assert {topic.code: len(topic.says) for topic in TOPICS if len(topic.says) < 12} == {}
    said = [clean_line(say).lower() for one in TOPICS for say in one.says]
    assert len(said) == len(set(said))
    assert all(is_elsewhere(one) for one in TOPICS)
    assert not is_elsewhere(BIRTH)


def test_no_saying_is_one_of_an_office() -> None:
    of_offices = {say for one in shipped_entries() for say in one.says}
    of_offices |= {say for one in load() for say in one.says}
    assert not of_offices & {say for one in TOPICS for say in one.says}


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.code.removeprefix(ELSEWHERE))
def test_a_topic_is_told_and_is_no_candidate(shipped: RankingMatcher, topic: Entry) -> None:
    match = shipped.match(topic.says[0], Place())
    assert match.verdict is Verdict.OUT_OF_SCOPE
    assert not any(one.code.startswith(ELSEWHERE) for one in match.candidates)


def test_topics_change_no_weight_of_what_an_office_does() -> None:
    alone = Weights.over([{"khai": 1.0}, {"sinh": 1.0}])
    beside = Weights.over([{"khai": 1.0}, {"sinh": 1.0}], [{"khai": 1.0, "mua": 1.0}, {"mua": 1.0}])
    assert beside["khai"] == alone["khai"]
    assert beside["mua"] < alone["mua"]
