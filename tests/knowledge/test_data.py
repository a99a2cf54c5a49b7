"""The shipped files against what they must cover, and against the catalogue where it is there."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge import absent, checking, published
from knowledge.lint import check_all
from knowledge.procedure import Procedure
from knowledge.shelf import Shelf, files

ESSENTIAL: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("essential.yaml").read_text())


@pytest.fixture(scope="module")
def procedures() -> Mapping[str, Procedure]:
    return Shelf.load().procedures


def test_lint_finds_nothing() -> None:
    assert check_all(files()) == []


def test_nothing_that_ships_differs_from_the_catalogue(
    procedures: Mapping[str, Procedure], shared_data: Path
) -> None:
    """What ``motcua kb check`` does. Where only facts differ, ``motcua kb refresh --from …`` renews them."""
    path = shared_data / "national-catalogue" / "raw_procedures.jsonl.gz"
    found = published.read(path, checking.codes(procedures.values()))
    assert [str(one) for one in checking.check(procedures.values(), found)] == []
    assert checking.codes(procedures.values()) - set(found) == set()


@pytest.mark.parametrize("service", [pytest.param(one, id=one["service"]) for one in ESSENTIAL])
def test_every_essential_service_has_a_guide_or_says_where_to_go(
    procedures: Mapping[str, Procedure], service: dict[str, Any]
) -> None:
    assert all(procedures[code].guide for code in service.get("codes", ()))
    assert service.get("absent") in {None, *(one.key for one in absent.load())}
    assert bool(service.get("codes")) != bool(service.get("absent"))


def test_two_hundred_and_fifty_procedures_have_a_guide(procedures: Mapping[str, Procedure]) -> None:
    assert sum(one.guide is not None for one in procedures.values()) >= 250
