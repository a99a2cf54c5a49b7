"""The guide of a procedure: what a good neighbour would say, written by us for people.

Whatever is a number, a paper, a level or a law here comes from the facts beside it; the sentences are ours.
"""

from datetime import date
from typing import Literal, Self

from pydantic import Field

from knowledge.model import Code, Line, Prose, Slug, Value


class Choice(Value):
    """One answer to a case question, as short as a button."""

    id: Slug
    label: Line = Field(max_length=40)


class Question(Value):
    """A question that decides the person's case: it changes which papers are needed."""

    id: Slug
    text: Line
    help: Line = ""
    choices: tuple[Choice, ...] = Field(min_length=2, max_length=4)


class GuidePaper(Value):
    """One thing to have in hand, in plain words.

    ``when`` maps a question to the choices that bring this paper; without it everybody needs it.
    ``show_only`` means it is shown at the desk and taken home again. ``official`` names the catalogue's
    components behind it, by their codes.
    """

    id: Slug
    name: Line = Field(max_length=120)
    originals: int = 0
    copies: int = 0
    show_only: bool = False
    form: Line = ""
    when: dict[Slug, tuple[Slug, ...]] = Field(default_factory=dict)
    where: Line = ""
    tip: Line = ""
    official: tuple[Line, ...] = ()


class Sibling(Value):
    """A procedure easily taken for this one, and the words that tell it apart ("thẻ bị mất")."""

    code: Code
    when: Line = Field(max_length=60)


class Next(Value):
    """What people really do after, and why, as short as a button."""

    code: Code
    why: Line = Field(max_length=60)


class Until(Value):
    """What a guide says of one aspect holds up to and with this ``day``; afterwards ``then`` stands there."""

    aspect: Literal["fee", "time", "place", "online"]
    day: date
    then: Prose


class Guide(Value):
    """Plain words for one procedure. All text is Vietnamese, polite, short."""

    name: Line = Field(max_length=60)
    summary: Line = Field(max_length=240)
    says: tuple[Line, ...] = Field(min_length=1)
    ask: tuple[Question, ...] = Field(default=(), max_length=3)
    papers: tuple[GuidePaper, ...] = Field(min_length=1)
    fee: Prose
    time: Prose
    place: Prose
    online: Prose
    steps: tuple[Line, ...] = ()
    result: Line = ""
    conditions: Prose = ""
    tips: tuple[Line, ...] = ()
    siblings: tuple[Sibling, ...] = ()
    next: tuple[Next, ...] = ()
    until: tuple[Until, ...] = ()

    def on(self, today: date) -> Self:
        """The guide as it reads on a day: what has ended by then gives way to what holds since."""
        ended: dict[str, str] = {one.aspect: one.then for one in self.until if one.day < today}
        return self.model_copy(update=ended) if ended else self
