"""What a link or a QR code asks for: ``…?start=<payload>`` on posters, printed lists and in messages.

``tt_1-001193`` is a procedure, ``hs_000-00-04-H51-200221-0001`` a dossier, ``hs_`` and twenty
signs a one-time code, ``hs`` the look-up of one, and
``p_…`` any press in base64. What nobody here wrote is the beginning of a conversation.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from handlers.company import OPEN
from handlers.errors import UnknownPressError
from handlers.press import Press, decode
from handlers.presses import Agree, Card, Erase, EraseNow, Follow, SharedCase, Start, Track
from storage.links import code_in

LONGEST = 64
"""Signs of a payload, the narrowest channel's limit (Telegram)."""

_PROCEDURE, _DOSSIER, _PRESS = "tt_", "hs_", "p_"
_PARAMETER = "start"
_OLD_AGENCY = re.compile(r"^((?:\d{2,3}-){1,3}[A-Z]\d\d)-(\d{6,8}-\d{3,14})$")
_NEW_AGENCY = re.compile(r"^([A-Z]\d\d(?:-\d{2,4}){1,3})-(\d{6,8}-\d{3,14})$")
_COMMAND = re.compile(r"/start (\S+)")
_ADDRESS = re.compile(r"\bhttps?://\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What is done first: a press, or a line to say."""

    press: str = ""
    text: str = ""


def payload(press: str) -> str:
    """A press as it travels in a link; empty where it would be too long."""
    packed = _PRESS + urlsafe_b64encode(press.encode()).decode().rstrip("=")
    return packed if len(packed) <= LONGEST else ""


def read(text: str) -> Opening:
    """What a payload asks for. What cannot be undone, or is a consent, is asked once more."""
    if text.startswith(_PROCEDURE):
        return _checked(f"{Card.prefix}:{text.removeprefix(_PROCEDURE).replace('-', '.')}")
    if text.startswith(_PRESS):
        return _checked(_unpacked(text.removeprefix(_PRESS)))
    if one_time := code_in(text):
        return Opening(text=one_time)
    if text.startswith(_DOSSIER):
        return _dossier(text.removeprefix(_DOSSIER))
    return Opening(press=(Track() if text == "hs" else Start()).encode())


def read_of_a_stranger(text: str) -> Opening:
    """The same for a link from anywhere: it does nothing in matters that are one person's own."""
    opening = read(text)
    if not opening.press or isinstance(decode(opening.press), (*OPEN, SharedCase, Track)):
        return opening
    return Opening(press=Start().encode())


def said(text: str) -> str:
    """The payload of a line that is a link's command; empty where it is none."""
    found = _COMMAND.fullmatch(text.strip())
    return found[1] if found else ""


def within(text: str) -> str:
    """The payload of the first link with one in a text; empty where there is none."""
    for address in _ADDRESS.findall(text):
        try:
            found: str = parse_qs(urlsplit(address).query).get(_PARAMETER, [""])[0]
        except ValueError:
            continue
        if found:
            return found
    return ""


def _checked(data: str) -> Opening:
    try:
        return Opening(press=_asking(decode(data)).encode())
    except UnknownPressError:
        return Opening(press=Start().encode())


def _asking(press: Press) -> Press:
    match press:
        case EraseNow():
            return Erase()
        case Agree():
            return Follow(follow=press.follow)
    return press


def _unpacked(text: str) -> str:
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode()
    except (Error, ValueError):
        return ""


def _dossier(text: str) -> Opening:
    """The agency's dots were written as dashes or underscores: a payload has no dots."""
    found = next(
        filter(None, (shape.match(text.replace("_", "-")) for shape in (_OLD_AGENCY, _NEW_AGENCY))), None
    )
    if found is None:
        return Opening(press=Track().encode())
    return Opening(text=f"{found[1].replace('-', '.')}-{found[2]}")
