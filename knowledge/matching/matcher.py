"""The matcher of the house: reads a line, ranks the procedures, decides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf
from pathlib import Path

from knowledge.absent import Absent
from knowledge.english import vietnamese
from knowledge.matching import rules, subject
from knowledge.matching.aspects import aspects
from knowledge.matching.deciding import Standing, decide
from knowledge.matching.elsewhere import ELSEWHERE, is_elsewhere
from knowledge.matching.emphasis import emphasis, segments
from knowledge.matching.index import Scores, best
from knowledge.matching.match import Candidate, Entry, Match, Place, Verdict
from knowledge.matching.model import ABSENT, Model, competing
from knowledge.matching.ranking import Evidence
from knowledge.matching.stories import compared
from knowledge.matching.talk import NOISE, Talk, is_noise, is_vague, talk
from knowledge.matching.undecided import is_undecided
from knowledge.matching.variants import Priors
from knowledge.text import provinces
from knowledge.text.circumstances import circumstances, without_countries
from knowledge.text.lexicon import Content, content
from knowledge.text.numbers import without_amounts
from knowledge.text.reader import Reader
from knowledge.text.words import Clause

_KEPT = 10
# So many places are looked at, for some of them are acts that are not held or topics that no office answers.
_LOOKED_AT = 20
# A final score from here on is as good as certain; a candidate's public score is its share of this.
_FULL = 1.4
# Verdicts on a line that is after something an office does.
_OF_AN_ACT = (Verdict.ANSWER, Verdict.CLARIFY, Verdict.OFFER)
_FIRST = "làm lại giấy khai sinh bị sai cho con 3 tuổi ở Huế vì chồng người Mỹ đã mấtt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything that was found on the way to a verdict, for those who ask why."""

    clauses: tuple[Clause, ...]
    parts: tuple[Content, ...]
    talk: Talk | None
    told: frozenset[str]
    provinces: tuple[str, ...]
    evidence: Evidence
    priors: Scores
    scores: Scores
    order: tuple[int, ...]
    rules: tuple[rules.Rule, ...]
    standing: Standing


class RankingMatcher:
    """Fulfils ``Matcher`` over a set of entries; holds no state between questions."""

    def __init__(
        self, entries: Iterable[Entry], absent: Iterable[Absent] = (), pack: Path | None = None
    ) -> None:
        """With a ``pack`` what was built before is loaded from that file, or built and kept there."""
        self.entries = competing(entries, absent)
        self._at = {entry.code: at for at, entry in enumerate(self.entries)}
        model = Model.load(self.entries, pack) if pack else Model.over(self.entries)
        self._ranker = model.ranker
        self._official = model.official
        self._priors = Priors(self.entries, model.cases)
        self._reader = Reader(model.spoken, model.marks)
        self.match(_FIRST, Place())  # reads every table now, so that the first citizen does not wait

    def match(self, text: str, place: Place) -> Match:
        """Judge one line; see ``Matcher``."""
        clauses = self._reader.read(vietnamese(text)).clauses
        said = NOISE if is_noise(text) else talk(clauses)
        if said and said.sure and not is_vague(said):
            judged = Match(verdict=said.verdict, topic=said.topic, normal=_normal(clauses))
        else:
            judged = self._judged(self._analysis(clauses, said, place))
        return _with_subject(judged, clauses)

    def analyse(self, text: str, place: Place) -> Analysis:
        """Rank a line and keep what was found on the way."""
        clauses = self._reader.read(vietnamese(text)).clauses
        return self._analysis(clauses, talk(clauses), place)

    def _analysis(self, clauses: tuple[Clause, ...], said: Talk | None, place: Place) -> Analysis:
        told = circumstances(clauses)
        own = (place.province, *(name for clause in clauses for name in provinces.named(clause)))
        told_in = [segment for clause in clauses for segment in segments(clause)]
        parts = tuple(self._content(segment) for segment in told_in)
        question = self._ranker.weighed(parts, emphasis(told_in, parts))
        evidence = compared(self._ranker, parts, question)
        priors = self._priors.given(told, own)
        scores = evidence.total * priors
        self._ranker.separator.separate(scores, question)
        applied = rules.apply(scores, self._at, told)
        order = tuple(best(scores, _LOOKED_AT))
        return Analysis(
            clauses=clauses,
            parts=parts,
            talk=said,
            told=told,
            provinces=own,
            evidence=evidence,
            priors=priors,
            scores=scores,
            order=order,
            rules=tuple(applied),
            standing=self._standing(parts, evidence, scores, order),
        )

    def _content(self, clause: Clause) -> Content:
        telling = without_amounts(without_countries(provinces.without(clause)))
        return content(telling, self._official.bond)

    def _standing(
        self, parts: Sequence[Content], evidence: Evidence, scores: Scores, order: Sequence[int]
    ) -> Standing:
        first = float(scores[order[0]]) if order else 0.0
        second = float(scores[order[1]]) if len(order) > 1 else 0.0
        topics = [at for at in order if is_elsewhere(self.entries[at])]
        acts = [at for at in order if at not in topics]
        return Standing(
            score=first,
            lead=1.0 - second / first if first > 0 else 0.0,
            cover=self._ranker.cover(parts, order[0]) if order else 0.0,
            learned=float(evidence.learned[order[0]]) if order else 0.0,
            words=sum(unit is not None for part in parts for unit in part),
            known=any(unit is not None and unit.is_term for part in parts for unit in part),
            related=len(acts) > 1 and self._related(acts[0], acts[1]),
            elsewhere=_by(scores, topics, acts),
        )

    def _related(self, first: int, second: int) -> bool:
        one, other = self.entries[first], self.entries[second]
        siblings = {code for code, _ in (*one.siblings, *other.siblings)}
        return bool(siblings & {one.code, other.code}) or bool(set(one.fields) & set(other.fields))

    def _judged(self, found: Analysis) -> Match:
        leader = self.entries[found.order[0]].code if found.order else ""
        open_yet = is_vague(found.talk) or is_undecided(leader, found.told)
        verdict = Verdict.CLARIFY if open_yet else decide(found.standing, found.talk)
        topic = found.talk.topic if found.talk and verdict is found.talk.verdict else ""
        if leader.startswith(ABSENT) and not open_yet and verdict in _OF_AN_ACT:
            verdict, topic = Verdict.ABSENT, leader.removeprefix(ABSENT)
        elif leader.startswith(ELSEWHERE) and verdict is Verdict.OUT_OF_SCOPE:
            topic = topic or leader.removeprefix(ELSEWHERE)
        return Match(
            verdict=verdict,
            candidates=tuple(self._candidates(found)),
            aspects=aspects(found.clauses),
            topic=topic,
            normal=_normal(found.clauses),
        )

    def _is_held(self, at: int) -> bool:
        return not self.entries[at].code.startswith((ABSENT, ELSEWHERE))

    def _candidates(self, found: Analysis) -> Iterable[Candidate]:
        held = [at for at in found.order if self._is_held(at) and _public(found.scores[at]) > 0]
        for at in held[:_KEPT]:
            yield Candidate(
                code=self.entries[at].code,
                score=_public(found.scores[at]),
                why=_why(found, at),
            )


def _public(score: float) -> float:
    """A final score as others see it; what is next to nothing is nothing."""
    return round(min(1.0, float(score) / _FULL), 4)


def _with_subject(judged: Match, clauses: tuple[Clause, ...]) -> Match:
    """The judgement with what the line speaks of."""
    left = subject.said(clauses)
    hints = subject.asked(clauses)
    asked = judged.aspects if left.subject else hints
    return replace(judged, aspects=asked, subject=left.subject, case=left.case, hints=hints)


def _by(scores: Scores, some: Sequence[int], others: Sequence[int]) -> float:
    """The best score of some by the best of others, where both are in order."""
    one, other = (float(scores[places[0]]) if places else 0.0 for places in (some, others))
    return one / other if other > 0.0 else one and inf


def _why(found: Analysis, at: int) -> dict[str, float]:
    priors, total = float(found.priors[at]), float(found.scores[at])
    return {**found.evidence.of(at), "prior": round(priors, 3), "total": round(total, 3)}


def _normal(clauses: Iterable[Clause]) -> str:
    return " ".join(word.bare for clause in clauses for word in clause)
