"""The procedures and the questions that the benchmark is run on."""

import os
from collections.abc import Iterator
from pathlib import Path

from knowledge.catalogue import read
from knowledge.errors import UnreadableRecordError
from knowledge.facts import Facts, Scope
from knowledge.guide import Guide
from knowledge.matching.match import Entry
from knowledge.places import province
from knowledge.shelf import Shelf

SHARED = Path(os.environ.get("MOTCUA_SHARED", Path(__file__).parents[3] / "shared"))
CATALOGUE = SHARED / "data" / "national-catalogue" / "raw_procedures.jsonl.gz"
QUESTIONS = SHARED / "data" / "questions" / "dev.jsonl"


def entries(catalogue: Path = CATALOGUE, *, guided: bool = True) -> list[Entry]:
    """The whole catalogue with the shipped guides laid over it, or without them."""
    shipped = Shelf.load().procedures if guided else {}
    facts = {one.code: one for one in _facts(catalogue)}
    facts.update({code: one.facts for code, one in shipped.items() if code not in facts})
    guides = {code: one.guide for code, one in shipped.items()}
    return [_entry(one, guides.get(one.code)) for one in facts.values() if one.scope is not Scope.INTERNAL]


def shipped_entries() -> list[Entry]:
    """The shipped procedures alone."""
    procedures = Shelf.load().procedures.values()
    return [_entry(one.facts, one.guide) for one in procedures if one.facts.scope is not Scope.INTERNAL]


def _facts(catalogue: Path) -> Iterator[Facts]:
    for row in read(catalogue):
        try:
            yield row.facts()
        except UnreadableRecordError:
            continue


def _entry(facts: Facts, guide: Guide | None) -> Entry:
    return Entry(
        code=facts.code,
        name=facts.name,
        fields=facts.fields,
        levels=facts.levels,
        scope=facts.scope,
        province=province(facts.publisher) if facts.scope is Scope.PROVINCIAL else "",
        short_name=guide.name if guide else "",
        summary=guide.summary if guide else "",
        says=guide.says if guide else (),
        siblings=tuple((one.code, one.when) for one in guide.siblings) if guide else (),
    )
