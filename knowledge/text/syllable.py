"""What a Vietnamese syllable can be: an onset, a rime and a tone.

The onsets and rimes below make every syllable of the language, so a token can be told from a slip, an
abbreviation or raw keystrokes without a dictionary.
"""

import unicodedata
from functools import lru_cache

from motcua.text import unmarked

_ONSETS = "ngh ch gh gi kh ng nh ph qu th tr b c d đ g h k l m n p r s t v x"
_RIMES = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu
    o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt
    oe oen oeo oet ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uô uôc uôi uôm uôn uông uôt
    uơ uy uya uych uyên uyêt uynh uyt uyu uyn uyp ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
"""
ONSETS = tuple(_ONSETS.split())
RIMES = frozenset(_RIMES.split())
BARE_RIMES = frozenset(unmarked(rime) for rime in RIMES)
VOWELS = frozenset("aăâeêioôơuưy")
_TONE_MARKS = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
TONES = "fsxrj"
_AFTER_GLIDE = frozenset("aăâeêiyoôơ")
_FRONT = frozenset("eêiy")
_BEFORE_FRONT = frozenset({"k", "gh", "ngh"})
_NEVER_BEFORE_FRONT = frozenset({"c", "ng"})


@lru_cache(maxsize=50_000)
def key(token: str) -> str:
    """The token with its tone written last: ``hòa`` and ``hoà`` are both ``hoaf``."""
    tone = ""
    kept = []
    for mark in unicodedata.normalize("NFD", token):
        if mark in _TONE_MARKS:
            tone = _TONE_MARKS[mark]
        else:
            kept.append(mark)
    return unicodedata.normalize("NFC", "".join(kept)) + tone


@lru_cache(maxsize=50_000)
def is_syllable(token: str) -> bool:
    """Whether a lower-case token, with or without its marks, can be a syllable of Vietnamese."""
    if token.isascii():
        return _parses(token, BARE_RIMES)
    letters = key(token)
    return _parses(letters.rstrip(TONES), RIMES)


def _parses(letters: str, rimes: frozenset[str]) -> bool:
    if letters in rimes:
        return True
    return any(_fits(onset, letters[len(onset) :], rimes) for onset in ONSETS if letters.startswith(onset))


def _fits(onset: str, rime: str, rimes: frozenset[str]) -> bool:
    if onset == "gi" and rime == "":
        return True
    return rime in rimes and _is_spelt_so(onset, rime[0])


def _is_spelt_so(onset: str, vowel: str) -> bool:
    """The spelling rule: k, gh and ngh stand before e, ê, i, y; c and ng elsewhere; qu before no u."""
    if onset == "qu":
        return vowel in _AFTER_GLIDE
    front = vowel in _FRONT
    return not (onset in _BEFORE_FRONT and not front) and not (onset in _NEVER_BEFORE_FRONT and front)


def onset_and_rime(bare: str) -> tuple[str, str]:
    """Split an unmarked syllable: ``truong`` is ``tr`` and ``uong``."""
    for onset in ONSETS:
        rime = bare[len(onset) :]
        if bare.startswith(onset) and rime in BARE_RIMES:
            return onset, rime
    return "", bare
