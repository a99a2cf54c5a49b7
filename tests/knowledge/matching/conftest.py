"""A matcher over a few hand-made procedures, built once."""

import pytest

from knowledge.matching.matcher import RankingMatcher
from tests.knowledge.matching.few import ABSENT, ENTRIES


@pytest.fixture(scope="session")
def few() -> RankingMatcher:
    return RankingMatcher(ENTRIES, ABSENT)
