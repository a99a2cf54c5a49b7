from datetime import date
from pathlib import Path

import pytest

from knowledge import procedure_file
from knowledge.facts import (
    Decision,
    Duration,
    Fee,
    FeeKind,
    Group,
    Law,
    Level,
    Method,
    Paper,
    Step,
    Unit,
    Way,
)
from knowledge.matching.match import Aspect
from knowledge.merge import merge
from knowledge.procedure import Source

SHIPPED = procedure_file.read(Path(__file__).parent / "data" / "1.000001.yaml")
NEWER = Source(published=date(2026, 9, 1), checked=date(2026, 9, 2))
OLDER = Source(published=date(2025, 1, 1), checked=date(2025, 1, 1))
OTHER = SHIPPED.facts.model_copy(update={"groups": (Group(papers=(Paper(name="Ảnh"),)),)})


def _methods(**changes: object) -> tuple[Method, ...]:
    plain = Method(way=Way.DIRECT, time=Duration(amount=2, unit=Unit.WORKING_DAY))
    return (plain.model_copy(update=changes),)


def test_what_is_not_shipped_is_taken_as_it_is() -> None:
    merged = merge(None, OTHER, NEWER)
    assert (merged.facts, merged.source, merged.guide, merged.stale) == (OTHER, NEWER, None, frozenset())


def test_newer_facts_replace_the_shipped_ones_and_the_guide_stays() -> None:
    merged = merge(SHIPPED, OTHER, NEWER)
    assert (merged.facts, merged.source, merged.guide) == (OTHER, NEWER, SHIPPED.guide)


@pytest.mark.parametrize(
    ("changes", "stale"),
    [
        ({"groups": (Group(papers=(Paper(name="Ảnh"),)),)}, {Aspect.PAPERS, Aspect.FORM}),
        ({"methods": _methods(time=Duration(amount=9, unit=Unit.DAY))}, {Aspect.TIME}),
        ({"methods": _methods(fees=(Fee(kind=FeeKind.FEE, amount=9000),))}, {Aspect.FEE}),
        ({"methods": _methods(text="Nộp lúc nào cũng được.")}, {Aspect.FEE, Aspect.TIME}),
        ({"methods": _methods(way=Way.ONLINE)}, {Aspect.FEE, Aspect.TIME, Aspect.ONLINE}),
        ({"fully_online": True}, {Aspect.ONLINE}),
        ({"levels": (Level.MINISTRY,)}, {Aspect.PLACE}),
        ({"agencies": ("Sở Văn hóa",)}, {Aspect.PLACE}),
        ({"address": "Số 1"}, {Aspect.PLACE}),
        ({"steps": (Step(text="Chờ."),)}, {Aspect.STEPS}),
        ({"results": ("Thẻ",)}, {Aspect.RESULT}),
        ({"conditions": "Biết đọc."}, {Aspect.CONDITIONS}),
        ({"laws": (Law(number="2"),), "name": "Tên khác", "updated": date(2026, 8, 1)}, set()),
    ],
)
def test_a_guide_is_stale_where_its_facts_changed(changes: dict[str, object], stale: set[Aspect]) -> None:
    before = SHIPPED.model_copy(update={"facts": SHIPPED.facts.model_copy(update={"methods": _methods()})})
    assert merge(before, before.facts.model_copy(update=changes), NEWER).stale == stale


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
