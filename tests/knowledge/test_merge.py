from datetime import date
from pathlib import Path

from knowledge import procedure_file
from knowledge.facts import Decision, Group, Law, Paper
from knowledge.merge import merge
from knowledge.procedure import Source

SHIPPED = procedure_file.read(Path(__file__).parent / "data" / "1.000001.yaml")
NEWER = Source(published=date(2026, 9, 1), checked=date(2026, 9, 2))
OLDER = Source(published=date(2025, 1, 1), checked=date(2025, 1, 1))
OTHER = SHIPPED.facts.model_copy(update={"groups": (Group(papers=(Paper(name="Ảnh"),)),)})


def test_what_is_not_shipped_is_taken_as_it_is() -> None:
    merged = merge(None, OTHER, NEWER)
    assert (merged.facts, merged.source, merged.guide, merged.stale) == (OTHER, NEWER, None, False)


def test_newer_facts_replace_the_shipped_ones_and_the_guide_stays() -> None:
    merged = merge(SHIPPED, OTHER, NEWER)
    assert (merged.facts, merged.source, merged.guide) == (OTHER, NEWER, SHIPPED.guide)


def test_a_guide_whose_facts_changed_is_stale() -> None:
    assert merge(SHIPPED, OTHER, NEWER).stale


def test_the_same_facts_leave_a_guide_fresh() -> None:
    assert not merge(SHIPPED, SHIPPED.facts, NEWER).stale


def test_a_new_decision_or_law_alone_leaves_a_guide_fresh() -> None:
    changed = {"decision": Decision(number="1/QĐ"), "laws": (Law(number="2"),), "updated": date(2026, 8, 1)}
    assert not merge(SHIPPED, SHIPPED.facts.model_copy(update=changed), NEWER).stale


def test_facts_older_than_the_shipped_ones_lose() -> None:
    assert merge(SHIPPED, OTHER, OLDER) == SHIPPED


def test_nothing_is_stale_without_a_guide() -> None:
    bare = SHIPPED.model_copy(update={"guide": None})
    assert not merge(bare, OTHER, NEWER).stale
