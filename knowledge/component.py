"""One component of a document list: a paper, a heading or a note, and where its conditions begin.

The catalogue calls all of them components. What decides is how the sentence begins and whether it
carries a quantity; a paper's name is then cut from the conditions written into it.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from knowledge.capitals import calmed
from knowledge.component_words import (
    BULLET,
    CONDITION,
    CONDITION_FIRST,
    CONDITION_LAST,
    CONTAINER,
    COUNT,
    DEMAND,
    HAND_OVER,
    OPEN_END,
    PAPER,
    PERMISSION,
    REMARK,
    RULE,
    SOMEBODY,
)
from knowledge.facts import Paper


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One component as it is written, with its quantities: nothing judged yet."""

    name: str
    code: str = ""
    originals: int = 0
    copies: int = 0
    form: str = ""


class Kind(StrEnum):
    """What a component really is."""

    PAPER = "paper"
    HEADING = "heading"
    NOTE = "note"


_ALL_ASIDE = re.compile(r"\([^()]*\)")
_LOOSE_END = re.compile(r",?\s+(?:bao )?gồm\W*$", re.IGNORECASE)
_EDGE = " \n;:.,-"


def bare(text: str) -> str:
    """The text without bullets and numbering before it, and calm."""
    return calmed(BULLET.sub("", text)).rstrip(_EDGE)


def kind(one: Component) -> Kind:
    """What it really is."""
    text = bare(one.name)
    _, name, note = _parts(text)
    counted = bool(one.originals or one.copies)
    if not text or COUNT.match(text) or (one.name.startswith("+") and not counted):
        return Kind.NOTE
    if counted and PAPER.match(name) and not _is_about_papers(name) and not _only_permits(text, note):
        return Kind.HEADING if _announces(text, one.name) else Kind.PAPER
    if OPEN_END.search(one.name):
        return Kind.HEADING
    if _says(name if counted else text) or SOMEBODY.match(name) or RULE.search(name):
        return Kind.NOTE
    return Kind.PAPER if counted or PAPER.match(name) else Kind.NOTE


def _is_about_papers(name: str) -> bool:
    """Whether it is no paper but says what papers have to be."""
    return bool(CONTAINER.match(name) and DEMAND.search(name.split(";", maxsplit=1)[0]))


def _announces(text: str, written: str) -> bool:
    """Whether it has a quantity and yet only leads to those after it: ``Các giấy ủy quyền:``."""
    if CONDITION.match(text):
        return bool(OPEN_END.search(written))
    return text.lower().startswith("các ") and written.rstrip().endswith(":")


def _only_permits(text: str, note: str) -> bool:
    """Whether a condition comes first and goes on with what one may do."""
    return bool(CONDITION.match(text) and PERMISSION.search(note.split("\n", maxsplit=1)[0]))


def _says(text: str) -> bool:
    """Whether it begins with a condition, or says that it is a remark."""
    return bool(CONDITION.match(text) or REMARK.match(text))


def paper(one: Component, *, shown: bool = False) -> Paper:
    """The paper of a component: its name, and apart from it the conditions that were written into it.

    ``shown`` says that it stood under a heading for what is only shown; its own words go before.
    """
    verb, name, note = _parts(bare(one.name))
    return Paper(
        name=name,
        note=note,
        code=one.code,
        originals=one.originals,
        copies=one.copies,
        form=one.form,
        show_only=shows(verb) if verb else shown,
    )


def shows(text: str) -> bool:
    """Whether the words ask to show something and not to hand it in."""
    return "xuất trình" in text.lower() and "nộp" not in text.lower()


@lru_cache(maxsize=128)
def _parts(text: str) -> tuple[str, str, str]:
    """What to do with it ("Xuất trình"), if that is said, the name and the note."""
    verb = HAND_OVER.match(text)
    if verb and PAPER.match(text, verb.end()):
        return (verb[0], *_split(text[verb.end() :]))
    return ("", *_split(text))


def _split(text: str) -> tuple[str, str]:
    """The name and the note inside one text; the note is empty where there is no condition."""
    first = CONDITION_FIRST.fullmatch(text)
    if first and PAPER.match(bare(first["name"])):
        name, note = _split(bare(first["name"]))
        return name, "\n".join(filter(None, [_sentence(first["note"]), note]))
    last = CONDITION_LAST.search(text, 10)
    if last and PAPER.match(text):
        return _sentence(text[: last.start()]), _sentence(text[last.end() :])
    return _sentence(text), ""


def _sentence(text: str) -> str:
    """Trimmed, begun with a capital, and with the bracket mended that a cut went through."""
    trimmed = (_LOOSE_END.sub("", text) if "gồm" in text[-9:] else text).strip(_EDGE)
    if _ALL_ASIDE.fullmatch(trimmed):
        trimmed = trimmed[1:-1]
    opened, closed = trimmed.count("("), trimmed.count(")")
    if closed > opened:
        trimmed = trimmed.removesuffix(")") if trimmed.endswith(")") else trimmed.replace(")", "", 1)
    if opened > closed:
        trimmed = trimmed[1:] if trimmed.startswith("(") else f"{trimmed})"
    return trimmed[:1].upper() + trimmed[1:]
