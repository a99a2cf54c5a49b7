"""From a citizen's line to procedures: ``build`` gives the matcher behind the seam of ``match``."""

from collections.abc import Iterable

from knowledge.absent import Absent
from knowledge.matching.match import Entry, Matcher
from knowledge.matching.matcher import RankingMatcher


def build(entries: Iterable[Entry], absent: Iterable[Absent] = ()) -> Matcher:
    """The matcher over some procedures and the acts known not to be held."""
    return RankingMatcher(entries, absent)
