from benchmarks.matching.growth import growth, sample
from knowledge.matching.labelled import Question
from tests.knowledge.matching.few import ENTRIES


def test_a_sample_is_always_the_same_and_of_its_size() -> None:
    assert sample(ENTRIES, 4) == sample(ENTRIES, 4)
    assert set(sample(ENTRIES, 4)) <= set(ENTRIES)
    grown = sample(ENTRIES, 20)
    assert set(ENTRIES) < set(grown)
    assert len({entry.code for entry in grown}) == 20


def test_every_size_is_measured() -> None:
    rows = growth(ENTRIES, [Question(text="cấp lại thẻ căn cước", register="formal")], (5, 12))
    assert [row.procedures for row in rows] == [5, 12]
    assert all(row.p99 >= row.p50 > 0 for row in rows)
    assert all(row.json()["build"] > 0 for row in rows)
