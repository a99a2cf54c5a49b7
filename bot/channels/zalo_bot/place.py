"""Where one talks on the Zalo Bot Platform: with one person, or in a group."""

from dataclasses import dataclass
from typing import Self

_GROUP = "group/"


@dataclass(frozen=True, slots=True)
class Place:
    """``id`` is the platform's own; whether others read along cannot be seen from it."""

    id: str
    public: bool = False

    @classmethod
    def read(cls, text: str) -> Self:
        """The place as ``text`` wrote it."""
        return cls(text.removeprefix(_GROUP), public=text.startswith(_GROUP))

    @property
    def text(self) -> str:
        """The name of the conversation in storage."""
        return f"{_GROUP}{self.id}" if self.public else self.id
