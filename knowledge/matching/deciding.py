"""From ranked candidates to a verdict: answer, ask back, offer, say that it is not held or not ours.

All thresholds were measured on guide phrases left out one at a time and on lines of another world, never on
the labelled questions.
"""

from dataclasses import dataclass
from math import exp

from knowledge.matching.match import Verdict
from knowledge.matching.talk import Talk

# Confidence from the score, the lead over the second, the share of the question that is explained and what
# was learned: a logistic regression over 1,800 phrases, each judged by what was built without it.
_BIAS, _BY_SCORE, _BY_LEAD, _BY_COVER, _BY_LEARNED = -3.64, 0.25, 3.40, 2.99, 0.65
# Answer from here on: of those phrases 86 in a hundred were right, of citizens' plain questions nearly all.
_ANSWER = 0.6
# … and never on less evidence than this, however far ahead it is.
_EVIDENCE = 0.6
# … nor where it explains less than half of what was said.
_EXPLAINED = 0.5
# Of siblings, one that is named by a single thing said (*căn cước*) must lead by so much.
_ALONE = 0.45
# Words of another world outweigh a procedure less sure than this.
_OUTWEIGHED = 0.8
# Nothing held explains the question: below this it is not offered either.
_NOTHING = 0.28
_UNEXPLAINED = 0.5
# What no office answers decides where it is likelier than all that one does; from this share of the likeliest
# on it does where the line would only be offered something. Of 1,900 errands three came so near.
_LIKELIER, _NEARLY = 1.0, 0.75
# A story says much that no procedure explains; one with so many telling words is offered something anyway.
_STORY = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a ranking looks.

    ``lead`` is 0 where the second equals the first, 1 where there is no second. ``cover`` is the share of the
    question that the first candidate explains; ``learned`` how likely it is by what was learned, from 0 to 1;
    ``words`` how many telling things the question says; ``related`` whether the first two are of one kind;
    ``known`` whether a phrase of the lexicon was found; ``elsewhere`` the score of the likeliest topic of
    another world, by that of the likeliest act.
    """

    score: float
    lead: float
    cover: float
    learned: float
    words: int
    related: bool
    known: bool
    elsewhere: float = 0.0

    @property
    def confidence(self) -> float:
        """The likelihood that the first candidate is right, from 0 to 1."""
        evidence = _BY_SCORE * self.score + _BY_LEAD * self.lead + _BY_COVER * self.cover
        return 1.0 / (1.0 + exp(-_BIAS - evidence - _BY_LEARNED * self.learned))


def decide(standing: Standing, said: Talk | None) -> Verdict:
    """The verdict for a line that may be an errand."""
    confidence = standing.confidence
    if said and (confidence < _OUTWEIGHED or _is_open(standing)):
        return said.verdict
    if _is_foreign(standing):
        return Verdict.OUT_OF_SCOPE
    if confidence >= _ANSWER and _is_told(standing) and not _is_open(standing):
        return Verdict.ANSWER
    if standing.related:
        return Verdict.CLARIFY
    near = standing.elsewhere >= _NEARLY and standing.words < _STORY
    return Verdict.OUT_OF_SCOPE if near else Verdict.OFFER


def _is_told(standing: Standing) -> bool:
    return standing.score >= _EVIDENCE and standing.cover >= _EXPLAINED


def _is_open(standing: Standing) -> bool:
    """Whether too little was said: a lone everyday word, or one thing that does not tell siblings apart."""
    return standing.words == 1 and (not standing.known or (standing.related and standing.lead < _ALONE))


def _is_foreign(standing: Standing) -> bool:
    """Whether nothing that is held has anything to do with the line."""
    if standing.words == 0:
        return True
    if standing.score == 0.0 or standing.elsewhere > _LIKELIER:
        return True
    unlike = standing.confidence < _NOTHING and standing.cover < _UNEXPLAINED
    return unlike and not standing.known and standing.words < _STORY
