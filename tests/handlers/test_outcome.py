from handlers.outcome import Outcome
from tests.journeys.test_journeys import JOURNEYS


def test_every_outcome_but_a_failure_ends_some_journey() -> None:
    ended = {turn.outcome for journey in JOURNEYS for turn in journey.turns}

    assert ended == set(Outcome) - {Outcome.FAILED}
