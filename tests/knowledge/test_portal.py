"""Every trap of the portal's JSON, named and survived; and the whole catalogue where it is there."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge import portal
from knowledge.errors import UnreadableRecordError
from knowledge.facts import Facts
from knowledge.naming import short

DATA = Path(__file__).parent / "data"
TRAPS: list[dict[str, Any]] = yaml.safe_load((DATA / "portal.yaml").read_text())
PLAIN = {
    "code": "1.000001",
    "name": "Thủ tục thử",
    "type": "STANDARD",
    "departmentPromulgateName": "Bộ Tư pháp",
}


def at(facts: Facts, path: str) -> object:
    """What stands at a path such as ``methods.0.text``."""
    value: Any = facts.model_dump(mode="json")
    for part in path.split("."):
        value = value[int(part)] if part.isdigit() else value[part]
    return value


@pytest.mark.parametrize("trap", [one for one in TRAPS if "expect" in one], ids=lambda one: str(one["trap"]))
def test_the_trap_is_survived(trap: dict[str, Any]) -> None:
    facts = portal.read(PLAIN | trap["record"])
    assert {path: at(facts, path) for path in trap["expect"]} == trap["expect"]


@pytest.mark.parametrize("trap", [one for one in TRAPS if "skipped" in one], ids=lambda one: str(one["trap"]))
def test_the_record_is_skipped_and_says_why(trap: dict[str, Any]) -> None:
    with pytest.raises(UnreadableRecordError) as error:
        portal.read(PLAIN | trap["record"])
    assert trap["skipped"] in str(error.value)


def test_every_trap_expects_something() -> None:
    assert [one["trap"] for one in TRAPS if not ("expect" in one) ^ ("skipped" in one)] == []


def test_a_record_is_read_bare_and_wrapped() -> None:
    wrapped = {"_path": "x", "_group": "y", "id": "z", "code": "1.999999", "name": "Khác", "detail": PLAIN}
    assert portal.read(wrapped) == portal.read(PLAIN)


def test_a_very_long_name_is_kept_whole() -> None:
    name = "Giao đất " + "và giao rừng, " * 85
    facts = portal.read(PLAIN | {"name": name[:1192]})
    assert facts.name == name[:1192].rstrip(" ,")
    assert len(short(facts.name)) <= 60


def test_one_record_holds_everything() -> None:
    facts = portal.read(json.loads((DATA / "portal_whole.json").read_text()))
    expected = yaml.safe_load((DATA / "portal_whole.yaml").read_text())
    assert facts.model_dump(mode="json", exclude_defaults=True) == expected
