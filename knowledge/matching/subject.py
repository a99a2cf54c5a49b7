"""What a line speaks of besides what it asks: the errand it may name, and whose case it tells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from knowledge.matching.aspects import VAGUE, asked_at, aspects
from knowledge.matching.match import Aspect
from knowledge.text.data import strings, table
from knowledge.text.lexicon import term_at
from knowledge.text.phrases import PhraseTable, disagreement
from knowledge.text.words import Clause, Word, words

# A word may differ from the listed one by a slip of its tone mark.
_SLIP = 0.25
# A number counts where the clause tells an age.
_AGE = frozenset({"tuoi", "thang", "nam"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words without marks: ``subject`` may name an errand, ``case`` tells of persons and mishaps."""

    subject: tuple[str, ...] = ()
    case: tuple[str, ...] = ()


def said(clauses: Sequence[Clause]) -> Said:
    """What is left of a line once all that asks or is courteous is taken out."""
    left = [kind for clause in clauses for kind in _left(clause)]
    return Said(
        subject=tuple(word for word, case in left if not case),
        case=tuple(word for word, case in left if case),
    )


def asked(clauses: Sequence[Clause]) -> tuple[Aspect, ...]:
    """What a line without a subject asks for: single words count where nothing plainer is asked."""
    found = aspects(clauses)
    if set(found) - set(VAGUE):
        return found
    alone = {one.value for clause in clauses for one in _alone().find(clause)}
    return tuple(aspect for aspect in Aspect if aspect in alone) or found


def _left(clause: Clause) -> Iterator[tuple[str, bool]]:
    at = 0
    while at < len(clause):
        asking = _phrases("asking_phrases").at(clause, at)
        end = max(asked_at(clause, at), asking.end if asking else at + 1)
        term = term_at(clause, at)
        mishap = _phrases("mishaps").at(clause, at)
        if term >= end:
            yield from ((word.bare, False) for word in clause[at:term])
            end = term
        elif mishap and mishap.end > end:
            yield from ((word.bare, True) for word in clause[at : mishap.end])
            end = mishap.end
        elif end == at + 1 and not (_stands(clause[at], "asking") or _is_bare_number(clause, at)):
            yield clause[at].bare, _is_case(clause[at])
        at = end


def _is_case(word: Word) -> bool:
    return word.bare.isdigit() or _stands(word, "case")


def _is_bare_number(clause: Clause, at: int) -> bool:
    return clause[at].bare.isdigit() and not _AGE.intersection(word.bare for word in clause)


def _stands(word: Word, kind: str) -> bool:
    return any(disagreement(word.marked, listed) <= _SLIP for listed in _listed(kind).get(word.bare, ()))


@cache
def _listed(kind: str) -> dict[str, tuple[str, ...]]:
    listed: dict[str, tuple[str, ...]] = {}
    for word in words(str(table("thread")[kind])):
        listed[word.bare] = (*listed.get(word.bare, ()), word.marked)
    return listed


@cache
def _phrases(kind: str) -> PhraseTable[str]:
    return PhraseTable((phrase, phrase) for phrase in strings(table("thread")[kind]))


@cache
def _alone() -> PhraseTable[Aspect]:
    named = table("thread")["alone"]
    pairs = [
        (phrase, Aspect(name))
        for name, phrases in (named.items() if isinstance(named, dict) else ())
        for phrase in strings(phrases)
    ]
    return PhraseTable(pairs, lone=frozenset(words(phrase)[0].bare for phrase, _ in pairs))
