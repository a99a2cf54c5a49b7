"""What ships, held to a catalogue: small cases, and the shipped files where the real one is there."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from knowledge import checking, published
from knowledge.facts import Duration, Facts, Fee, FeeKind, Group, Law, Method, Paper, Unit, Way
from knowledge.guide import Guide
from knowledge.procedure import Procedure, Source
from knowledge.shelf import Shelf

SOURCE = Source(published=date(2026, 7, 18), checked=date(2026, 11, 22))
FACTS = Facts(
    code="1.000001",
    name="Cấp thẻ",
    groups=(Group(papers=(Paper(name="Đơn", code="KQ1", originals=1),)),),
    methods=(
        Method(
            way=Way.DIRECT,
            time=Duration(amount=5, unit=Unit.WORKING_DAY),
            fees=(Fee(kind=FeeKind.FEE, amount=50000),),
        ),
    ),
    laws=(Law(number="1/2024/QH15", name="Luật"),),
)
OTHER = Facts(code="1.000002", name="Khác", conditions="Từ đủ 75 tuổi.")
GUIDE: dict[str, Any] = {
    "name": "Làm thẻ",
    "summary": "Làm thẻ.",
    "says": ["làm thẻ hết 90 ngày", "b", "c", "d", "e"],
    "papers": [{"id": "don", "name": "Đơn"}],
    "fee": "50.000 đồng",
    "time": "5 ngày làm việc",
    "place": "Xã",
    "online": "Có",
}


def _procedure(**guide: object) -> Procedure:
    return Procedure(facts=FACTS, source=SOURCE, guide=Guide.model_validate(GUIDE | guide))


def _found(procedure: Procedure, *catalogue: Facts) -> list[str]:
    held = {one.code: published.of_facts(one) for one in catalogue}
    return [str(one) for one in checking.check([procedure], held)]


def test_what_holds_is_not_mentioned() -> None:
    assert _found(_procedure(), FACTS) == []


def test_a_procedure_that_is_gone_is_withdrawn() -> None:
    assert _found(_procedure(), OTHER) == ["1.000001 withdrawn: the catalogue does not hold it"]


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"name": "Cấp lại thẻ"}, 'facts.name: ships "Cấp thẻ", the catalogue says "Cấp lại thẻ"'),
        ({"conditions": "Một\nhai"}, 'facts.conditions: ships nothing, the catalogue says "Một hai"'),
        (
            {"laws": (*FACTS.laws, Law(number="2/2025/QH15"))},
            'facts.laws: the catalogue says "2/2025/QH15", which does not ship',
        ),
        ({"laws": ()}, 'facts.laws: ships "1/2024/QH15", the catalogue does not'),
        (
            {"groups": (Group(papers=(Paper(name="Đơn", code="KQ1", originals=2),)),)},
            'facts.groups.0.papers.0.originals: ships "1", the catalogue says "2"',
        ),
        ({"fully_online": True}, 'facts.fully_online: ships "False", the catalogue says "True"'),
    ],
)
def test_a_fact_that_differs_is_told_with_its_place(changes: dict[str, object], finding: str) -> None:
    assert _found(_procedure(), FACTS.model_copy(update=changes)) == [f"1.000001 {finding}"]


def test_long_values_are_shown_where_they_part() -> None:
    before, after = (FACTS.model_copy(update={"address": "ấp " * 50 + end}) for end in ("Một", "Hai"))
    shipped = Procedure(facts=before, source=SOURCE)
    start = "ấp " * 9 + "ấp"
    assert _found(shipped, after) == [
        f'1.000001 facts.address: ships "…{start} Một", the catalogue says "…{start} Hai"'
    ]


def test_a_long_value_is_cut() -> None:
    (found,) = _found(_procedure(), FACTS.model_copy(update={"address": "ấp " * 100}))
    assert len(found) < 200
    assert found.endswith('…"')


@pytest.mark.parametrize(
    ("guide", "finding"),
    [
        ({"fee": "60.000 đồng"}, 'guide.fee: "60.000 đồng" does not occur in the record'),
        ({"tips": ["Theo luật 9/2020/QH14."]}, 'guide.tips.0: "9/2020/QH14" does not occur in the record'),
        (
            {"time": "5 ngày làm việc, có khi 7 ngày"},
            'guide.time: "7 ngày" does not occur in the record',
        ),
        (
            {"siblings": [{"code": "1.000009", "when": "Từ 75 tuổi"}]},
            'guide.siblings.0: "75 tuổi" does not occur in the record',
        ),
    ],
)
def test_a_figure_that_nobody_published_is_told(guide: dict[str, object], finding: str) -> None:
    assert _found(_procedure(**guide), FACTS, OTHER) == [f"1.000001 {finding}"]


@pytest.mark.parametrize(
    "guide",
    [
        {"time": "5 ngày"},
        {"siblings": [{"code": "1.000002", "when": "Từ 75 tuổi"}]},
        {"next": [{"code": "1.000002", "why": "Đủ 75 tuổi thì xin"}], "tips": ["Đủ 75 tuổi thì khác."]},
    ],
)
def test_a_figure_of_the_record_or_of_the_other_one_holds(guide: dict[str, object]) -> None:
    assert _found(_procedure(**guide), FACTS, OTHER) == []


def test_a_file_without_a_guide_is_checked_too() -> None:
    bare = Procedure(facts=FACTS, source=SOURCE)
    assert _found(bare, FACTS) == []
    assert checking.codes([bare]) == {"1.000001"}


def test_codes_are_also_those_pointed_to() -> None:
    pointing = _procedure(next=[{"code": "1.000002", "why": "Rồi"}])
    assert checking.codes([pointing]) == {"1.000001", "1.000002"}


def test_all_that_ships_holds(shared_data: Path) -> None:
    """Where this fails: ``motcua kb refresh`` for facts, another look at the guide for figures."""
    shipped = Shelf.load().procedures.values()
    path = shared_data / "national-catalogue" / "raw_procedures.jsonl.gz"
    held = published.read(path, checking.codes(shipped))
    assert [str(one) for one in checking.check(shipped, held)] == []
