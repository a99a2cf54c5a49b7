"""The commands of the menu, and the press that each stands for."""

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.language import later
from handlers.press import Press
from handlers.presses import Browse, Dossiers, Help, Home, Lists, Person, Privacy, Speak, Start, Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """``name`` without its slash; ``about`` is said in the menu, in the reader's language."""

    name: str
    about: str
    press: Press


MENU = (
    Command(name="menu", about=later("Everything I can do"), press=Home()),
    Command(name="thutuc", about=later("Procedures by field"), press=Browse()),
    Command(name="tracuu", about=later("Where is my dossier?"), press=Track()),
    Command(name="hoso", about=later("My dossiers"), press=Dossiers()),
    Command(name="danhsach", about=later("My lists of papers"), press=Lists()),
    Command(name="canbo", about=later("Talk to a person"), press=Person()),
    Command(name="help", about=later("How to use me"), press=Help()),
    Command(name="settings", about=later("Language and settings"), press=Home()),
    Command(name="privacy", about=later("What I keep about you"), press=Privacy()),
    Command(name="english", about=later("Go on in English"), press=Speak(language="en")),
)
"""What the menu shows. Telegram asks every bot for /start, /help and /settings."""

_UNLISTED: Mapping[str, Press] = {"start": Start(), "cancel": Home(), "tiengviet": Speak(language="vi")}

PRESSES: Mapping[str, Press] = {**{one.name: one.press for one in MENU}, **_UNLISTED}
"""Every command that is understood."""
