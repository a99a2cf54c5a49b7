"""From a citizen's line to procedures: ``build`` gives the matcher behind the seam of ``match``."""

from collections.abc import Iterable
from pathlib import Path

from knowledge.absent import Absent
from knowledge.matching.match import Entry, Matcher
from knowledge.matching.matcher import RankingMatcher


def build(entries: Iterable[Entry], absent: Iterable[Absent] = (), pack: Path | None = None) -> Matcher:
    """The matcher over some procedures and the acts known not to be held.

    With a ``pack`` its costly parts come from that file; one that is missing, damaged or out of date is
    built anew.
    """
    return RankingMatcher(entries, absent, pack)
