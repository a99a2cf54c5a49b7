"""One aspect of a procedure, told: a few sentences, and perhaps a list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said of one aspect: sentences, then a list; either may be missing, never both.

    ``title`` stands over the list. ``silent`` means that nothing is known, and that the sentences say so.
    ``fresh`` means that these are the catalogue's own words because the guide's are out of date.
    """

    text: str = ""
    items: tuple[str, ...] = ()
    title: str = ""
    silent: bool = False
    fresh: bool = False

    @classmethod
    def nothing(cls, text: str) -> "Told":
        """Nothing is known; the text says so and where to ask."""
        return cls(text=text, silent=True)

    def in_short(self) -> str:
        """For one line of a card: the sentences, or what stands in the list."""
        return self.text or "; ".join(self.items)
