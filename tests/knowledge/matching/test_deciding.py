import pytest

from knowledge.matching.deciding import Standing, decide
from knowledge.matching.match import Verdict
from knowledge.matching.talk import Reach, Talk

SURE = Standing(score=1.5, lead=0.5, cover=1.0, learned=0.9, words=3, related=True, known=True)
CLOSE = Standing(score=0.9, lead=0.02, cover=0.8, learned=0.4, words=3, related=True, known=True)
FAR = Standing(score=0.3, lead=0.02, cover=0.2, learned=0.0, words=3, related=False, known=False)
WEATHER = Talk(Verdict.OUT_OF_SCOPE, "weather", Reach.PART)


def changed(standing: Standing, **changes: object) -> Standing:
    values = {name: getattr(standing, name) for name in Standing.__dataclass_fields__}
    return Standing(**{**values, **changes})


def test_confidence_rises_with_score_lead_cover_and_what_was_learned() -> None:
    assert 0 < FAR.confidence < CLOSE.confidence < SURE.confidence < 1
    assert changed(CLOSE, learned=0.9).confidence > CLOSE.confidence


@pytest.mark.parametrize(
    ("standing", "verdict"),
    [
        (SURE, Verdict.ANSWER),
        (CLOSE, Verdict.CLARIFY),
        (changed(CLOSE, related=False), Verdict.OFFER),
        (FAR, Verdict.OUT_OF_SCOPE),
        (changed(FAR, known=True), Verdict.OFFER),
        (changed(FAR, words=20), Verdict.OFFER),
        (changed(SURE, words=0), Verdict.OUT_OF_SCOPE),
        (changed(SURE, score=0.5), Verdict.CLARIFY),
        (changed(SURE, words=1, lead=0.3), Verdict.CLARIFY),
        (changed(SURE, words=1), Verdict.ANSWER),
        (changed(SURE, words=1, known=False), Verdict.CLARIFY),
        (changed(SURE, words=1, lead=0.3, related=False), Verdict.ANSWER),
        (changed(SURE, score=0.0), Verdict.OUT_OF_SCOPE),
        (changed(SURE, elsewhere=1.1), Verdict.OUT_OF_SCOPE),
        (changed(SURE, elsewhere=0.9), Verdict.ANSWER),
        (changed(CLOSE, elsewhere=0.9), Verdict.CLARIFY),
        (changed(CLOSE, elsewhere=0.9, related=False), Verdict.OUT_OF_SCOPE),
        (changed(CLOSE, elsewhere=0.9, related=False, words=20), Verdict.OFFER),
    ],
)
def test_verdicts(standing: Standing, verdict: Verdict) -> None:
    assert decide(standing, None) is verdict


def test_words_of_another_world_outweigh_all_but_a_sure_procedure() -> None:
    assert decide(CLOSE, WEATHER) is Verdict.OUT_OF_SCOPE
    assert decide(SURE, WEATHER) is Verdict.ANSWER
