"""Kinds of papers that a person has at home and shows again and again: an identity card, a land title."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

_FILE = Path(__file__).parent / "data" / "paper_kinds.yaml"
_OF = " của "


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Kind(_Part):
    """What a kind is called, and how the names of its papers begin."""

    name: str
    begins: tuple[str, ...]


class PaperKinds(_Part):
    """The file as it stands. ``own`` are owners that mean the person; ``unless`` rules a name out."""

    own: tuple[str, ...]
    unless: tuple[str, ...]
    kinds: Mapping[str, Kind]

    def of(self, name: str) -> str:
        """The kind of a paper by its name; empty where it is nobody's standing paper, or somebody else's."""
        words = name.lower()
        if any(word in words for word in self.unless) or not self._own(words):
            return ""
        found = (kind for kind, one in self.kinds.items() if words.startswith(_lower(one.begins)))
        return next(found, "")

    def _own(self, words: str) -> bool:
        _, of, owner = words.partition(_OF)
        return not of or owner in self.own


def _lower(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


@cache
def shipped() -> PaperKinds:
    """The kinds, read once."""
    return PaperKinds.model_validate(yaml.safe_load(_FILE.read_text("utf-8")))
