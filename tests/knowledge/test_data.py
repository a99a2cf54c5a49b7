"""The shipped files against the catalogue they were written from, where it is there."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from knowledge import catalogue
from knowledge.facts import Facts
from knowledge.guide import Guide
from knowledge.procedure import Procedure
from knowledge.shelf import Shelf


@pytest.fixture(scope="module")
def shipped() -> Mapping[str, Procedure]:
    return Shelf.load().procedures


@pytest.fixture(scope="module")
def published(shared_data: Path, shipped: Mapping[str, Procedure]) -> dict[str, Facts | None]:
    """Every code of the catalogue, with the facts of those that are shipped."""
    path = shared_data / "national-catalogue" / "raw_procedures.jsonl.gz"
    return {
        code: row.facts() if code in shipped else None
        for row in catalogue.read(path)
        if (code := catalogue.code(row.record))
    }


def pointed_to(guide: Guide) -> set[str]:
    return {one.code for one in guide.siblings} | {one.code for one in guide.next}


def test_every_shipped_fact_is_the_catalogue_s(
    shipped: Mapping[str, Procedure], published: dict[str, Facts | None]
) -> None:
    """Where this fails, reader or catalogue have changed: ``motcua kb refresh --from …`` renews the facts."""
    assert [code for code, one in shipped.items() if published.get(code) != one.facts] == []


def test_a_guide_points_to_procedures_that_are_there(
    shipped: Mapping[str, Procedure], published: dict[str, Facts | None]
) -> None:
    lost = {code: pointed_to(one.guide) - set(published) for code, one in shipped.items() if one.guide}
    assert {code: codes for code, codes in lost.items() if codes} == {}
