"""The shape of a dialogue in YAML, and how each of its turns is judged."""

import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict

from handlers.answer import Answer
from handlers.outcome import Outcome
from knowledge.matching.match import Aspect

Say = Callable[[str, str], Awaitable[Answer]]
"""Says a line in a chat."""


def _several(value: object) -> object:
    return value if isinstance(value, list) else [value]


class Turn(BaseModel):
    """One line and what it is after; any of several is right, none at all is not judged."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    say: str
    code: Annotated[tuple[str, ...], BeforeValidator(_several)] = ()
    aspect: Annotated[tuple[Aspect, ...], BeforeValidator(_several)] = ()
    outcome: Annotated[tuple[Outcome, ...], BeforeValidator(_several)] = ()

    def kept_by(self, answer: Answer) -> bool:
        """Whether the answer has the right procedure, aspect and outcome."""
        code = not self.code or (answer.code in self.code and answer.outcome is Outcome.ANSWERED)
        aspect = not self.aspect or bool(set(self.aspect) & set(answer.aspects))
        return code and aspect and (not self.outcome or answer.outcome in self.outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How many turns of a file were right, and those that were not."""

    name: str
    turns: int
    missed: tuple[str, ...]

    def json(self) -> str:
        """One line for machines."""
        share = round(1 - len(self.missed) / self.turns, 4)
        return json.dumps({"file": self.name, "turns": self.turns, "right": share, "missed": self.missed})


def load(path: Path) -> list[tuple[Turn, ...]]:
    """Every dialogue of a file."""
    return [tuple(map(Turn.model_validate, one)) for one in yaml.safe_load(path.read_text("utf-8"))]


async def measure(name: str, dialogues: Sequence[Sequence[Turn]], say: Say) -> Figures:
    """Live every dialogue through in a chat of its own."""
    missed = []
    for number, dialogue in enumerate(dialogues, 1):
        for turn in dialogue:
            answer = await say(f"{name} {number}", turn.say)
            if not turn.kept_by(answer):
                missed.append(f"{number}: {turn.say}")
    return Figures(name=name, turns=sum(map(len, dialogues)), missed=tuple(missed))
