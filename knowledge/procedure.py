"""A procedure: official facts, where they come from, and, for those most asked for, a guide."""

from datetime import date
from typing import Self

from knowledge.facts import Facts
from knowledge.guide import Guide
from knowledge.matching.match import Aspect
from knowledge.model import Line, Value


class Source(Value):
    """Where the facts were read and when somebody last checked them; both are shown to citizens."""

    name: Line = "Cổng Dịch vụ công quốc gia"
    published: date
    checked: date


class Procedure(Value):
    """What is known of one procedure. An import replaces ``facts`` and ``source`` and keeps ``guide``.

    ``stale`` are the aspects whose facts have changed since the guide was written: there trust the facts.
    """

    facts: Facts
    source: Source
    guide: Guide | None = None
    stale: frozenset[Aspect] = frozenset()

    @property
    def code(self) -> str:
        """The national code."""
        return self.facts.code

    def on(self, today: date) -> Self:
        """The procedure as its guide reads on a day."""
        return self.model_copy(update={"guide": self.guide.on(today)}) if self.guide else self

    @property
    def name(self) -> str:
        """The name a citizen reads: the guide's short one where there is a guide."""
        return self.guide.name if self.guide else self.facts.name
