"""Deep links: ``t.me/<bot>?start=<payload>`` on posters, in QR codes, and from a group into a chat of two.

``tt_1-001193`` is a procedure, ``hs_000-00-04-H51-200221-0001`` a dossier, ``hs`` the look-up of one, and
``p_…`` any press in base64. What nobody here wrote is the beginning of a conversation.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass

from telegram.helpers import create_deep_linked_url

from handlers.errors import UnknownPressError
from handlers.press import decode
from handlers.presses import Card, Start, Track

LONGEST = 64
"""Signs of a payload."""

_PROCEDURE, _DOSSIER, _PRESS = "tt_", "hs_", "p_"
_OLD_AGENCY = re.compile(r"^((?:\d{2,3}-){1,3}[A-Z]\d\d)-(\d{6,8}-\d{3,14})$")
_NEW_AGENCY = re.compile(r"^([A-Z]\d\d(?:-\d{2,4}){1,3})-(\d{6,8}-\d{3,14})$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a link asks for: a press, or a line to say."""

    press: str = ""
    text: str = ""


def link(bot: str, press: str) -> str:
    """The address under which a press is made in a chat of two; empty where it would be too long."""
    payload = _PRESS + urlsafe_b64encode(press.encode()).decode().rstrip("=")
    return create_deep_linked_url(bot, payload) if len(payload) <= LONGEST else ""


def read(payload: str) -> Wish:
    """What a payload asks for."""
    if payload.startswith(_PROCEDURE):
        return _checked(f"{Card.prefix}:{payload.removeprefix(_PROCEDURE).replace('-', '.')}")
    if payload.startswith(_PRESS):
        return _checked(_unpacked(payload.removeprefix(_PRESS)))
    if payload.startswith(_DOSSIER):
        return _dossier(payload.removeprefix(_DOSSIER))
    return Wish(press=(Track() if payload == "hs" else Start()).encode())


def _checked(data: str) -> Wish:
    try:
        return Wish(press=decode(data).encode())
    except UnknownPressError:
        return Wish(press=Start().encode())


def _unpacked(text: str) -> str:
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except (Error, ValueError):
        return ""


def _dossier(text: str) -> Wish:
    """The agency's dots were written as dashes or underscores: a payload has no dots."""
    found = next(
        filter(None, (shape.match(text.replace("_", "-")) for shape in (_OLD_AGENCY, _NEW_AGENCY))), None
    )
    if found is None:
        return Wish(press=Track().encode())
    return Wish(text=f"{found[1].replace('-', '.')}-{found[2]}")
