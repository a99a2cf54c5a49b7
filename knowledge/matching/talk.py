"""Small talk, refusals and what is no errand of a one-stop desk, recognised before any procedure is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from knowledge.matching.match import Verdict
from knowledge.text.data import read_mapping
from knowledge.text.dialect import common_words
from knowledge.text.filler import is_filler
from knowledge.text.patterns import phrases, samples
from knowledge.text.phrases import PhraseTable
from knowledge.text.words import Clause, words


class Reach(StrEnum):
    """How much of a line the words must be before they decide."""

    WHOLE = "whole"
    PART = "part"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Talk:
    """What kind of talk a line is. A ``sure`` one needs no comparison with procedures."""

    verdict: Verdict
    topic: str
    reach: Reach

    @property
    def sure(self) -> bool:
        """Whether the words decide by themselves."""
        return self.reach is not Reach.PART


_KINDS = (Verdict.OUT_OF_SCOPE, Verdict.REFUSE, Verdict.SMALLTALK)

NOISE = Talk(Verdict.SMALLTALK, "noise", Reach.WHOLE)


def is_noise(text: str) -> bool:
    """Whether a line as typed is one key held down."""
    letters = {letter for letter in text.lower() if letter.isalpha()}
    return len(letters) == 1 and len(text.strip()) > 1


def talk(clauses: Sequence[Clause]) -> Talk | None:
    """The surest talk that a line is, or nothing."""
    line = tuple(word for clause in clauses for word in clause)
    if not line:
        return NOISE
    return _bare(line) or _whole(line) or _inside(line) or _letters_only(line)


def _bare(line: Clause) -> Talk | None:
    """The line is a bare noun and filler: which of its errands is meant has to be asked."""
    found = next(_nouns().find(line), None)
    if not found or not all(map(_says_nothing, (line[: found.start], line[found.end :]))):
        return None
    return Talk(Verdict.CLARIFY, "vague", Reach.WHOLE)


def _says_nothing(part: Clause) -> bool:
    """Whether some words beside a noun leave it bare; a verb (*làm*, *xin*) names an errand."""
    return all(is_filler(part, at) or part[at].bare in _ABOUT for at in range(len(part))) and not any(
        word.bare in _ERRANDS for word in part
    )


def _whole(line: Clause) -> Talk | None:
    """The line is nothing but talk and filler; beside an errand left vague, a greeting is only polite."""
    found: Talk | None = None
    at = 0
    while at < len(line):
        piece = _whole_lines().at(line, at)
        if piece:
            found = piece.value if found is None or is_vague(piece.value) else found
            at = piece.end
        elif is_filler(line, at) or line[at].bare in _AROUND:
            at += 1
        else:
            return None
    return found


# "Hỏi về vụ …"
_ABOUT = frozenset({"ve", "vu", "viec", "chuyen", "phan", "thu", "tuc"})
_ERRANDS = frozenset(
    {"lam", "xin", "lay", "mua", "ban", "doi", "nop", "mat", "khai", "bo", "chua", "het", "tra"}
)


# Words that may stand around talk besides filler.
_AROUND = frozenset(
    {
        "bot",
        "em",
        "anh",
        "chi",
        "ban",
        "nhe",
        "nha",
        "vay",
        "voi",
        "nhieu",
        "lam",
        "qua",
        "roi",
        "minh",
        "con",
        "cho",
        "viec",
    }
)


# Words of another world count only where they are at least this share of the line: a story names many things.
_SHARE = 0.13


def _inside(line: Clause) -> Talk | None:
    found = list(_parts().find_all(line))
    heavy = [piece for piece in found if (piece.end - piece.start) >= _SHARE * len(line)]
    sure = [piece for piece in found if piece.value.sure]
    return next((piece.value for piece in (*sure, *heavy)), None)


def _letters_only(line: Clause) -> Talk | None:
    """Keys hit at random: one token that is no word."""
    if len(line) == 1 and not any(vowel in line[0].bare for vowel in "aeiouy"):
        return NOISE
    return None


@cache
def _whole_lines() -> PhraseTable[Talk]:
    vague = [(phrase, Talk(Verdict.CLARIFY, "vague", Reach.WHOLE)) for phrase in phrases(_file()["vague"])]
    return PhraseTable([*vague, *_talks(Reach.WHOLE)], lone=_GREETINGS, read=common_words)


@cache
def _nouns() -> PhraseTable[str]:
    return PhraseTable(((noun, noun) for noun in phrases(_file()["bare"])), read=common_words)


_GREETINGS = frozenset({"chao", "da", "vang", "u", "e", "oi", "so", "the"})


@cache
def _parts() -> PhraseTable[Talk]:
    return PhraseTable([*_talks(Reach.PART), *_talks(Reach.SURE)], strict=True, read=common_words)


def _talks(reach: Reach) -> Iterator[tuple[str, Talk]]:
    for kind in _KINDS:
        topics = _file()[kind.value]
        for topic, row in topics.items() if isinstance(topics, dict) else ():
            for phrase in phrases(row.get(reach.value)):
                yield phrase, Talk(kind, topic, reach)


@cache
def _file() -> dict[str, object]:
    return read_mapping(Path(__file__).with_name("talk.yaml"))


def is_vague(talk: Talk | None) -> bool:
    """Whether a line names no errand at all (``Tôi cần làm giấy tờ``)."""
    return talk is not None and talk.topic == "vague"


def texts() -> list[Clause]:
    """Every phrase of talk, for the vocabulary: its words are no slips."""
    kinds = (_file()[kind.value] for kind in _KINDS)
    rows = (row for topics in kinds if isinstance(topics, dict) for row in topics.values())
    return [words(phrase) for row in rows for reach in Reach for phrase in samples(row.get(reach.value))]
