"""Life events: the shipped ones hold together, and what is wrong with others is said."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from knowledge import absent, catalogue, life_events
from knowledge.errors import BrokenLifeEventsError
from knowledge.life_events import LifeEvent, LifeStep
from knowledge.procedure import Procedure
from knowledge.shelf import Shelf

SAYS = tuple(f"chuyện {number}" for number in range(6))
STEPS = tuple(LifeStep(code=f"1.00000{number}", why="để xong việc") for number in range(3))
KNOWN = {step.code for step in STEPS}


def _event(**changes: object) -> LifeEvent:
    plain = {"id": "thu", "name": "Thử", "says": SAYS, "intro": "Thử nhé.", "steps": STEPS}
    return LifeEvent.model_validate(plain | changes)


@pytest.fixture(scope="module")
def shipped() -> Mapping[str, Procedure]:
    return Shelf.load().procedures


def test_there_are_events_for_most_of_a_life() -> None:
    assert len(life_events.load()) >= 20


def test_every_event_has_colloquial_says_of_its_own(shipped: Mapping[str, Procedure]) -> None:
    said = [say for one in shipped.values() if one.guide for say in one.guide.says]
    said += [say for one in absent.load() for say in one.says]
    codes = {
        code for event in life_events.load() for step in event.steps for code in (step.code, *step.together)
    }
    assert list(life_events.problems(life_events.load(), codes, said)) == []


def test_nearly_every_step_leads_to_a_guide(shipped: Mapping[str, Procedure]) -> None:
    steps = {step.code for event in life_events.load() for step in event.steps}
    assert len(steps & set(shipped)) >= 0.95 * len(steps)


def test_every_code_is_in_the_catalogue(shared_data: Path) -> None:
    path = shared_data / "national-catalogue" / "raw_procedures.jsonl.gz"
    known = {catalogue.code(row.record) for row in catalogue.read(path)}
    assert list(life_events.problems(life_events.load(), known)) == []


def test_the_file_is_kept_in_order_and_typed(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("")
    assert life_events.load(path) == ()
    assert life_events.load()[0].id == "sinh_con"
    assert life_events.load()[0].codes[1] == "2.000986"


@pytest.mark.parametrize(
    ("written", "reason"),
    [("- {id: x", "expected"), ("- {id: Sinh Con}", "0.id"), ("- {id: x}", "Field required"), ("- 3", "0:")],
)
def test_a_broken_file_says_where(tmp_path: Path, written: str, reason: str) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(written)
    with pytest.raises(BrokenLifeEventsError) as error:
        life_events.load(path)
    assert reason in str(error.value)
    assert str(path) in str(error.value)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"steps": [*STEPS, LifeStep(code="9.999999", why="x")]}, "thu: nobody holds 9.999999"),
        (
            {"steps": [*STEPS[1:], STEPS[0].model_copy(update={"together": ("9.999999",)})]},
            "thu: nobody holds 9.999999",
        ),
        (
            {"steps": [*STEPS[1:], STEPS[0].model_copy(update={"together": ("1.000000",)})]},
            "thu: 1.000000 is done together with itself",
        ),
        ({"steps": [*STEPS, STEPS[0]]}, "thu: 1.000000 comes twice"),
        ({"says": [*SAYS, "Làm khai sinh"]}, 'thu: "Làm khai sinh" is also said for a procedure'),
    ],
)
def test_a_wrong_event_is_told(changes: dict[str, object], problem: str) -> None:
    assert list(life_events.problems([_event(**changes)], KNOWN, ["lam khai sinh"])) == [problem]


def test_two_events_share_nothing() -> None:
    found = list(life_events.problems([_event(), _event(says=[*SAYS[1:], "khác"])], KNOWN))
    assert found == ["thu: another event has this id"]
    shared = list(life_events.problems([_event(), _event(id="khac")], KNOWN))
    assert shared[0] == 'khac: "chuyện 0" is also said for thu'
