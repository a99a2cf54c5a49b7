"""Sorts a catalogue's document list into papers, papers to show, real cases and notes.

The catalogue mixes them: its groups are cases, headings or nothing, and its components papers or sentences.
"""

import re
from dataclasses import dataclass

from knowledge.facts import Group, Paper

_BULLET = re.compile(r"^(?:[-+*•–—·‐]|\s)+")
_NOTE = re.compile(r"^(?:trường hợp|lưu ý|ghi chú|đối với|chú ý)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One component as it is written, with its quantities: nothing judged yet."""

    name: str
    code: str = ""
    originals: int = 0
    copies: int = 0
    form: str = ""


def sort(groups: list[tuple[str, list[Component]]]) -> tuple[Group, ...]:
    """The groups of a document list, each with its papers and its notes."""
    return tuple(_group(name, components) for name, components in groups if components)


def _group(name: str, components: list[Component]) -> Group:
    notes = [one for one in components if _is_note(one)]
    return Group(
        name=_BULLET.sub("", name).rstrip(":"),
        papers=tuple(_paper(one) for one in components if one not in notes),
        notes=tuple(_BULLET.sub("", one.name) for one in notes),
    )


def _is_note(one: Component) -> bool:
    bare = _BULLET.sub("", one.name)
    return not one.originals and not one.copies and (bool(_NOTE.match(bare)) or one.name.startswith("+"))


def _paper(one: Component) -> Paper:
    return Paper(
        name=_BULLET.sub("", one.name),
        code=one.code,
        originals=one.originals,
        copies=one.copies,
        form=one.form,
    )
