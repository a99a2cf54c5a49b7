"""Questions with what should be made of them, for measuring a matcher."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ValidationError

from knowledge.errors import UnreadableQuestionsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A labelled question. ``right`` are the codes that may come first, ``tolerated`` do no harm there.

    ``expected`` is what should be done with it: answer, clarify, refuse (it is out of scope), smalltalk or
    answer_absent (a real act that the catalogue does not hold).
    """

    text: str
    register: str
    right: frozenset[str] = frozenset()
    tolerated: frozenset[str] = frozenset()
    expected: str = "answer"


class _Row(BaseModel):
    """One line of a file; whatever else stands in it is passed over."""

    text: str
    reg: str
    gold_codes: frozenset[str] = frozenset()
    tolerated_codes: frozenset[str] = frozenset()
    expect: Literal["answer", "clarify", "refuse", "smalltalk", "answer_absent"]


def questions(path: Path) -> list[Question]:
    """The questions of a file of JSON lines; each has the members of a row above.

    Raises UnreadableQuestionsError that names the first line that cannot be read.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise UnreadableQuestionsError(path=path, reason="no UTF-8") from error
    return [_question(path, at, line) for at, line in enumerate(lines, start=1) if line.strip()]


def _question(path: Path, at: int, line: str) -> Question:
    try:
        row = _Row.model_validate_json(line)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        reason = f"line {at}: {where} {first['msg']}"
        raise UnreadableQuestionsError(path=path, reason=reason) from error
    return Question(
        text=row.text,
        register=row.reg,
        right=row.gold_codes,
        tolerated=row.tolerated_codes,
        expected=row.expect,
    )
