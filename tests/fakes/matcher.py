"""A matcher that looks for the words it was told; the last told comes first."""

from dataclasses import replace

from knowledge.matching.match import Aspect, Candidate, Match, Place, Verdict
from knowledge.matching.subject import said
from knowledge.text.words import Clause, clauses, word
from motcua.text import unmarked

_ASPECTS = {
    "giay to": Aspect.PAPERS,
    "bao nhieu tien": Aspect.FEE,
    "le phi": Aspect.FEE,
    "bao lau": Aspect.TIME,
    "o dau": Aspect.PLACE,
    "online": Aspect.ONLINE,
}

_SMALLTALK = {
    "xin chao": "greeting",
    "cam on": "thanks",
    "tam biet": "goodbye",
    "ban la ai": "who",
    "buon qua": "sad",
}


class FakeMatcher:
    """Answers by the phrases of the library's guides; some words stand for each other verdict."""

    def match(self, text: str, place: Place) -> Match:
        line = unmarked(text).lower()
        aspects = tuple(dict.fromkeys(aspect for words, aspect in _ASPECTS.items() if words in line))
        verdict, codes, topic = _judge(line)
        left = said(_read(text))
        less = 0.3 if verdict is Verdict.ANSWER else 0.1
        candidates = tuple(Candidate(code=code, score=0.9 - n * less) for n, code in enumerate(codes))
        return Match(
            verdict=verdict,
            candidates=candidates,
            aspects=aspects,
            topic=topic,
            normal=line,
            subject=left.subject,
            case=left.case,
        )


class Says:
    """A matcher that says what it is told, and remembers where the questions came from."""

    def __init__(
        self, verdict: Verdict, *codes: tuple[str, float], topic: str = "", aspects: tuple[Aspect, ...] = ()
    ):
        candidates = tuple(Candidate(code=code, score=score) for code, score in codes)
        self.told = Match(verdict=verdict, candidates=candidates, topic=topic, aspects=aspects)
        self.places: list[Place] = []

    def match(self, text: str, place: Place) -> Match:
        self.places.append(place)
        left = said(_read(text))
        return replace(self.told, subject=left.subject, case=left.case)


def _read(text: str) -> list[Clause]:
    """A line as it stands, clause by clause; marks are trusted where there are any."""
    trusted = not text.isascii()
    return [tuple(word(token, trusted=trusted) for token in clause) for clause in clauses(text)]


def _judge(line: str) -> tuple[Verdict, tuple[str, ...], str]:
    for words, topic in _SMALLTALK.items():
        if words in line:
            return Verdict.SMALLTALK, (), topic
    for words, verdict, codes, topic in _RULES:
        if words in line:
            return verdict, codes, topic
    return Verdict.OUT_OF_SCOPE, (), ""


_RULES: tuple[tuple[str, Verdict, tuple[str, ...], str], ...] = (
    ("ly hon", Verdict.ABSENT, (), "ly_hon"),
    ("hack", Verdict.REFUSE, (), ""),
    ("asdf", Verdict.SMALLTALK, (), "noise"),
    ("khai sinh gi do", Verdict.CLARIFY, ("1.001193", "1.004884"), ""),
    ("giay gi do", Verdict.OFFER, ("2.000635", "1.001193", "1.004884", "1.000001"), ""),
    ("lai khai sinh", Verdict.ANSWER, ("1.004884", "1.001193"), ""),
    ("khai sinh", Verdict.ANSWER, ("1.001193", "1.004884", "2.000635"), ""),
    ("trich luc", Verdict.ANSWER, ("2.000635", "1.001193"), ""),
    ("nha may", Verdict.ANSWER, ("1.000002",), ""),
    ("hiem gap", Verdict.ANSWER, ("1.000001",), ""),
)
