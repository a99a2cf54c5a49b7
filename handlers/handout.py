"""What stands on a checklist that is taken along, whatever it is drawn as. Nothing here names a person."""

from dataclasses import dataclass
from enum import StrEnum


class Form(StrEnum):
    """What it is drawn as: a picture for the chat, or a document to print."""

    PICTURE = "p"
    A4 = "4"
    A6 = "6"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One paper: its name, how many of it, and what to mind."""

    name: str
    quantity: str = ""
    details: tuple[str, ...] = ()
    ticked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """The whole of it, in the words and the language of the chat.

    ``case`` is what the person answered, ``facts`` are labels with their texts, ``link`` leads back to the
    list and is drawn as a QR code; without one there is none.
    """

    title: str
    case_title: str = ""
    case: tuple[str, ...] = ()
    papers_title: str
    papers: tuple[Listed, ...]
    more: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    link: str = ""
    link_note: str = ""
