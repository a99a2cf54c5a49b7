"""What a conversation remembers between two messages, small and versioned."""

import json
from datetime import datetime
from enum import StrEnum
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from handlers.reply import Button
from knowledge.matching.match import Aspect


class Awaits(StrEnum):
    """What the next line is expected to be."""

    ANYTHING = ""
    DOSSIER_CODE = "dossier_code"
    PROOF = "proof"
    PLACE = "place"
    HOME = "home"
    NEAR = "near"


class State(BaseModel):
    """One chat's memory.

    ``code`` is the procedure at hand, last spoken of at ``since``, with ``others`` that may have been meant.
    ``asked`` are the procedures the last reply let choose from, for a question after ``aspects``; ``misses``
    counts the questions in a row that found nothing. ``here`` is the press of the list last looked at, where
    "back" leads to; ``sheet`` is the key of the checklist last drawn; ``dossier`` the code whose proof is
    awaited; ``province`` and ``commune`` are where the person said to live, by today's names; ``question`` is
    the last question, its numbers masked; ``keeps_papers`` says that papers at hand are to be remembered;
    ``options`` the last reply's choices, so that a typed number or label presses them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1] = 1
    met: bool = False
    language: str = ""
    code: str = ""
    since: datetime | None = None
    others: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    misses: int = 0
    here: str = ""
    awaits: Awaits = Awaits.ANYTHING
    dossier: str = ""
    sheet: str = ""
    province: str = ""
    commune: str = ""
    question: str = ""
    keeps_papers: bool = False
    options: tuple[Button, ...] = ()

    @classmethod
    def load(cls, text: str | None) -> Self:
        """Read what was stored; another version, or anything unreadable, is a fresh beginning."""
        try:
            return cls.model_validate_json(text) if text else cls()
        except ValidationError:
            return cls()

    def dump(self) -> str:
        """What to store: only what differs from the beginning, and the version."""
        return json.dumps(self.model_dump(mode="json", exclude_defaults=True) | {"version": self.version})
