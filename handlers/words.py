"""Words that mean something wherever the conversation stands, as the vocabulary has them."""

import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from handlers.press import Press, decode
from handlers.vocabulary import shipped
from motcua.text import unmarked

_KEPT = re.compile(r"[^a-z0-9 ]+")
_PAUSE = re.compile(r"[,.;:!?\n]+")

_SHORT = 70
"""Characters of a line that has room for one wish only."""

_AGE = re.compile(r"([0-9]{1,3}) (tuoi|thang tuoi)")

_MARKED = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A line as it is compared: without marks, capitals, slashes, emoji and punctuation."""
    return " ".join(_KEPT.sub(" ", unmarked(text).lower()).split())


def bare(text: str) -> str:
    """The same without words of courtesy around it."""
    polite = _plain(shipped().polite)
    return " ".join(word for word in plain(text).split() if word not in polite)


def menu_word(text: str) -> Press | None:
    """The press that a menu word stands for."""
    return _presses().get(plain(text))


def calls_assistant(text: str) -> bool:
    """Whether the line calls for the assistant by name."""
    return plain(text) in _plain(shipped().assistant)


def means_back(text: str) -> bool:
    """Whether the line asks to go back."""
    return plain(text) in _plain(shipped().back)


def means_anew(text: str) -> bool:
    """Whether the line asks to begin again."""
    return plain(text) in _plain(shipped().anew)


def after_not_this(text: str) -> str | None:
    """What follows after "not this one": empty where nothing does, None where the line says no such thing."""
    line = _after(plain(text), shipped().sighs)
    denied = _after(line, shipped().not_this)
    if denied == line:
        denied = _after(plain(_after_no(text)), shipped().sighs)
    meant = _after(denied, shipped().i_mean_that)
    instead = _before(meant, shipped().rather)
    if instead == line:
        return None
    kept = _without_end(_after(instead, shipped().i_mean), shipped().insisting)
    return _as_written(text, kept)


def _without_end(line: str, words: tuple[str, ...]) -> str:
    """The line without the longest of these that it ends in, unless that is all of it."""
    found = [one for one in _plain(words) if line.endswith(f" {one}")]
    return line.removesuffix(max(found, key=len, default="")).strip()


def _as_written(text: str, kept: str) -> str:
    """The last words of a text that read as these do without their marks."""
    words, count = text.split(), len(kept.split())
    runs = (words[at : at + count] for at in range(len(words) - count, -1, -1))
    return next((" ".join(run) for run in runs if count and plain(" ".join(run)) == kept), kept)


def _before(line: str, words: tuple[str, ...]) -> str:
    """What stands before "chứ không phải"; the line where it says no such thing."""
    return next((head for one in _plain(words) if (head := line.partition(f" {one} ")[0]) != line), line)


def _after_no(text: str) -> str:
    """What follows a bare "no" and a mark of punctuation; the line where it does not begin so."""
    head, *rest = _PAUSE.split(text, maxsplit=1)
    return rest[0] if rest and plain(rest[0]) and plain(head) in _plain(shipped().bare_no) else text


def ordinal(text: str) -> int | None:
    """Which one of what was shown a line counts out: 2 for "cái thứ hai", -1 for the last; None if none."""
    line = " ".join(word for word in bare(text).split() if word not in _plain(shipped().urging))
    said = _after(line, shipped().counted)
    if said == line and " " not in said:  # "ba" is a father
        return None
    return next((number for number, words in shipped().ordinals.items() if said in _plain(words)), None)


def without(text: str, words: tuple[str, ...]) -> str:
    """A line without these words, however long each is."""
    left = [(word, plain(word)) for word in text.split()]
    there = {bare for _, bare in left}
    for said in (one for one in _longest_first(words) if there.issuperset(one)):
        for at in range(len(left) - len(said), -1, -1):
            if tuple(bare for _, bare in left[at : at + len(said)]) == said:
                del left[at : at + len(said)]
    return " ".join(word for word, _ in left)


def means_unsure(text: str) -> bool:
    """Whether the line says that the person does not know."""
    return plain(text) in _plain(shipped().unsure)


def asks_where_a_dossier_is(text: str) -> bool:
    """Whether a short line asks how far a dossier has come, without its code."""
    line, words = f" {plain(text)} ", shipped().dossier
    return (
        len(line) < _SHORT
        and _has(line, words.named)
        and _has(line, words.asked)
        and not _has(line, words.unless)
    )


def has_no_code(text: str) -> bool:
    """Whether the line says that the dossier's code is lost, or asks where it stands."""
    return _has(f" {plain(text)} ", shipped().dossier.lost)


def goes_on(text: str) -> bool:
    """Whether a line sounds as if it went on about the same thing in another case."""
    line = f" {plain(text)} "
    begun = any(line.startswith(f" {word} ") for word in _plain(shipped().linking.begins))
    return begun or any(line.endswith(f" {word} ") for word in _plain(shipped().linking.ends))


def tells_otherwise(text: str) -> bool:
    """Whether a line asks what would hold otherwise: "còn bằng nước ngoài thì sao"."""
    line = f" {plain(text)} "
    return any(line.endswith(f" {word} ") for word in _plain(shipped().linking.otherwise))


def other_case(text: str) -> str:
    """The case a line asks about, "bằng nước ngoài" of "còn bằng nước ngoài thì sao"; else the whole line."""
    line = plain(text)
    ends = [one for one in _plain(shipped().linking.otherwise) if line.endswith(f" {one}")]
    if not ends:
        return text
    case = line.removesuffix(max(ends, key=len)).strip()
    return _as_written(text, _after(case, shipped().linking.begins))


def names_persons(line: str, words: Collection[str]) -> bool:
    """Whether these words of a line, given without marks, name only persons and how they stand in life."""
    standings = shipped().standings if goes_on(line) else ()
    return bool(words) and says_all(" ".join((*shipped().persons, *standings)), line, words)


def age(text: str) -> int | None:
    """How many years old a line tells somebody to be; None where it tells none."""
    told = _AGE.search(plain(text))
    if told is None:
        return None
    return int(told[1]) if told[2] == "tuoi" else 0


def narrates(text: str) -> bool:
    """Whether a line tells what has happened or is about to."""
    return _has(f" {plain(text)} ", shipped().narrating)


def asks(text: str) -> bool:
    """Whether a line is a question rather than a wish."""
    return _has(f" {plain(text)} ", shipped().question)


def asks_for_a_paper(text: str) -> bool:
    """Whether a line asks if something is needed: "có cần giấy chứng sinh không"."""
    return _has(f" {plain(text)} ", shipped().needing)


def asks_what_became(text: str) -> bool:
    """Whether a line asks what became of a place."""
    return _has(f" {plain(text)} ", shipped().places.asked)


def names_a_kind(text: str) -> bool:
    """Whether a line says "xã", "huyện" or the like."""
    return _has(f" {plain(text)} ", shipped().places.kinds)


def is_place_word(word: str) -> bool:
    """Whether a word belongs to a place's name without being part of it: "xã", "cũ"."""
    around = _plain((*shipped().places.kinds, *shipped().places.around))
    return plain(word) in {part for words in around for part in words.split()} or not plain(word)


def tells_home(text: str) -> str:
    """What follows "nhà em ở"; empty where the line does not begin so."""
    places = shipped().places
    line = _after(plain(text), shipped().polite[:3])
    owned = _after(line, places.owners)
    lived = _after(owned, places.meanwhile)
    where = _after(lived, places.lives)
    if owned == line or where == lived or not where:
        return ""
    return " ".join(text.split()[-len(where.split()) :])


def _after(line: str, words: tuple[str, ...]) -> str:
    """What follows the longest of these that the line begins with; the line where it begins with none."""
    found = [one for one in _plain(words) if f"{line} ".startswith(f"{one} ")]
    return line.removeprefix(max(found, key=len, default="")).strip()


def has(text: str, words: tuple[str, ...]) -> bool:
    """Whether a line says one of these words; marks count where the line has any ("cháy" is no "chạy")."""
    if text == unmarked(text):
        return _has(f" {plain(text)} ", words)
    line = f" {' '.join(_MARKED.findall(text.lower()))} "
    return any(f" {word} " in line for word in words)


def says_all(text: str, line: str, words: Collection[str]) -> bool:
    """Whether a text has all these words of a line, given without marks; the line's own marks count."""
    marked = set(_MARKED.findall(text.lower()))
    meant = {word for word in _MARKED.findall(line.lower()) if plain(word) in words}
    return set(words) <= set(plain(text).split()) and all(plain(one) == one or one in marked for one in meant)


def _has(line: str, words: tuple[str, ...]) -> bool:
    return any(word in line for word in _whole(words))


@cache
def _presses() -> Mapping[str, Press]:
    return {plain(word): decode(data) for data, words in shipped().press.items() for word in words}


@cache
def _longest_first(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(plain(one).split()) for one in words), key=len, reverse=True))


@cache
def _whole(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words between spaces, so that none is found inside another."""
    return tuple(f" {word} " for word in _plain(words))


@cache
def _plain(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(plain, words))
