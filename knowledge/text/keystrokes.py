"""Raw keystrokes of the two typing methods, for people whose keyboard was switched off: Telex and VNI.

``ddooir theer`` is *đổi thẻ* in Telex, ``d9o6i3 the3`` in VNI. A token is only read so when it is no syllable
as it stands and the reading is one.
"""

import unicodedata
from functools import lru_cache

from knowledge.text.syllable import VOWELS, is_syllable

_TONE_MARKS = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_HATS = {"a": "â", "e": "ê", "o": "ô"}
_HORNS = {"a": "ă", "o": "ơ", "u": "ư"}
_VNI_TONES = {"1": "s", "2": "f", "3": "r", "4": "x", "5": "j"}
_VNI_SHAPES = {"6": _HATS, "7": {"o": "ơ", "u": "ư"}, "8": {"a": "ă"}, "9": {"d": "đ"}}


@lru_cache(maxsize=20_000)
def decode(token: str) -> str:
    """The syllable that the keystrokes were meant to be, or an empty string where they make none."""
    if len(token) < 2 or is_syllable(token) or not token[0].isalpha():
        return ""
    read = _vni(token) if any(letter.isdigit() for letter in token) else _telex(token)
    return read if read and not read.isascii() and is_syllable(read) else ""


def _telex(token: str) -> str:
    letters: list[str] = []
    tone = ""
    for stroke in token:
        if stroke in _TONE_MARKS and any(letter in VOWELS for letter in letters):
            tone = stroke
        elif not _shape(letters, stroke):
            letters.append("ư" if stroke == "w" else stroke)
    return _with_tone(letters, tone)


def _shape(letters: list[str], stroke: str) -> bool:
    """Apply a stroke that changes an earlier letter; false where it is a letter of its own."""
    if stroke == "w":
        return _horn(letters)
    if stroke == "d" and letters[:1] == ["d"]:
        letters[0] = "đ"
        return True
    if stroke in _HATS and letters and stroke in letters[-3:] and letters[0] != stroke:
        return _replace_last(letters, stroke, _HATS[stroke])
    if stroke in _HATS and letters == [stroke]:
        return _replace_last(letters, stroke, _HATS[stroke])
    return False


def _horn(letters: list[str]) -> bool:
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in _HORNS:
            pair = letters[at] == "o" and at > 0 and letters[at - 1] == "u"
            letters[at] = _HORNS[letters[at]]
            if pair:
                letters[at - 1] = "ư"
            return True
    return False


def _replace_last(letters: list[str], old: str, new: str) -> bool:
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] == old:
            letters[at] = new
            return True
    return False


def _vni(token: str) -> str:
    letters: list[str] = []
    tone = ""
    for stroke in token:
        if stroke in _VNI_TONES:
            tone = _VNI_TONES[stroke]
        elif stroke in _VNI_SHAPES:
            if not _vni_shape(letters, _VNI_SHAPES[stroke]):
                return ""
        else:
            letters.append(stroke)
    return _with_tone(letters, tone) if len(letters) > 1 else ""


def _vni_shape(letters: list[str], shapes: dict[str, str]) -> bool:
    if shapes.get("o") == "ơ" and "".join(letters[-3:]).find("uo") >= 0:
        at = "".join(letters).rfind("uo")
        letters[at : at + 2] = ["ư", "ơ"]
        return True
    return any(_replace_last(letters, old, new) for old, new in shapes.items() if old in letters)


def _with_tone(letters: list[str], tone: str) -> str:
    """Put the tone on the vowel that carries it; where exactly does not matter, its key is the same."""
    if not tone:
        return "".join(letters)
    vowels = [at for at, letter in enumerate(letters) if letter in VOWELS]
    if not vowels:
        return ""
    shaped = [at for at in vowels if letters[at] in "ăâêôơư"]
    carrier = (shaped or vowels)[-1]
    letters[carrier] = unicodedata.normalize("NFC", letters[carrier] + _TONE_MARKS[tone])
    return "".join(letters)
