import pytest

from benchmarks.tail.evaluate import Told, compare, figures
from benchmarks.tail.labels import Labelled
from knowledge.facts import Duration, Facts, Fee, FeeKind, Group, Method, Paper, Unit, Way

LABELLED = Labelled(
    code="1.000001",
    half="open",
    due={"K1": 2, "K2": 1},
    shown=frozenset({"K2"}),
    parts=frozenset({"K9"}),
    cases=1,
    times=frozenset({"5 day"}),
    fees=frozenset({"50000"}),
)


def facts(*papers: Paper, time: int | None = None, fee: Fee | None = None) -> Facts:
    duration = Duration(amount=time, unit=Unit.DAY) if time else None
    method = Method(way=Way.DIRECT, time=duration, fees=(fee,) if fee else ())
    return Facts(code="1.000001", name="Một", groups=(Group(name="Mất", papers=papers),), methods=(method,))


def test_all_that_is_due_and_nothing_else() -> None:
    papers = [Paper(name=name, code="K1") for name in ("Đơn", "Ảnh")]
    found = compare(LABELLED, facts(*papers, Paper(name="Thẻ", code="K2", show_only=True)))
    assert (found.listed, found.due, found.right, found.wrongly_shown, found.misses) == (3, 3, 3, 0, ())


def test_too_many_and_too_few_are_told_by_component() -> None:
    found = compare(LABELLED, facts(Paper(name="Đơn", code="K1"), Paper(name="Lưu ý", code="K3")))
    assert (found.listed, found.right) == (2, 1)
    assert found.misses == ("K1: 1 listed, 2 due", "K2: 0 listed, 1 due", "K3: 1 listed, 0 due")


def test_a_part_of_a_paper_counts_on_neither_side() -> None:
    assert compare(LABELLED, facts(Paper(name="Chương 1", code="K9"))).listed == 0


def test_a_paper_only_shown_is_told_from_one_handed_in() -> None:
    assert compare(LABELLED, facts(Paper(name="Thẻ", code="K2"))).wrongly_shown == 1


@pytest.mark.parametrize(("time", "told"), [(5, Told.RIGHT), (7, Told.WRONG), (None, Told.LEFT)])
def test_times(time: int | None, told: Told) -> None:
    assert compare(LABELLED, facts(time=time)).time is told


@pytest.mark.parametrize(
    ("fee", "told"),
    [
        (Fee(kind=FeeKind.FEE, amount=50_000), Told.RIGHT),
        (Fee(kind=FeeKind.FEE, amount=50), Told.WRONG),
        (Fee(kind=FeeKind.FEE, text="Miễn"), Told.WRONG),
        (None, Told.LEFT),
    ],
)
def test_fees(fee: Fee | None, told: Told) -> None:
    assert compare(LABELLED, facts(fee=fee)).fee is told


def test_figures_add_up() -> None:
    whole = compare(LABELLED, facts(*[Paper(name=name, code="K1") for name in "abc"], time=5))
    added = figures([whole, whole])
    assert (added.procedures, added.listed, added.due) == (2, 6, 6)
    assert added.precision == pytest.approx(2 / 3)
    assert added.recall == pytest.approx(2 / 3)
    assert added.cases == 1
    assert (added.times, added.fees["left"]) == ({"right": 2, "left": 0, "wrong": 0}, 2)
