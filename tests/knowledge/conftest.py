"""Matchers built once: over the shipped procedures, and over the whole catalogue."""

from pathlib import Path

import pytest

from benchmarks.matching.data import entries, shipped_entries
from knowledge.absent import load
from knowledge.matching.matcher import RankingMatcher


@pytest.fixture(scope="session")
def shipped() -> RankingMatcher:
    return RankingMatcher(shipped_entries(), load())


@pytest.fixture(scope="session")
def whole(shared_data: Path) -> RankingMatcher:
    catalogue = shared_data / "national-catalogue" / "raw_procedures.jsonl.gz"
    if not catalogue.exists():
        pytest.skip("the national catalogue is not here")
    return RankingMatcher(entries(catalogue), load())
