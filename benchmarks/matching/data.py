"""The procedures and the questions that the benchmark is run on."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A labelled question. ``right`` are the codes that may come first, ``tolerated`` do no harm there.

    ``expected`` is what should be done with it: answer, clarify, refuse (it is out of scope), smalltalk or
    answer_absent (a real act that the catalogue does not hold).
    """

    text: str
    register: str
    right: frozenset[str]
    tolerated: frozenset[str]
    expected: str


def questions(path: Path = QUESTIONS) -> list[Question]:
    """The questions of a JSON-lines file; see the README beside it."""
    with path.open(encoding="utf-8") as lines:
        return [_question(json.loads(line)) for line in lines if line.strip()]


def _question(row: dict[str, object]) -> Question:
    return Question(
        text=str(row["text"]),
        register=str(row["reg"]),
        right=_codes(row, "gold_codes"),
        tolerated=_codes(row, "tolerated_codes"),
        expected=str(row["expect"]),
    )


def _codes(row: dict[str, object], name: str) -> frozenset[str]:
    codes = row.get(name)
    return frozenset(str(code) for code in codes) if isinstance(codes, list) else frozenset()


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
