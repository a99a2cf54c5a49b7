"""The way a dossier has gone so far, as a short list of days."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from handlers.language import Language, later
from handlers.reply import Bullets
from motcua.clock import in_vietnam
from storage.dossiers import Step
from storage.reports import Status

MOST: Final = 5
"""Stations that are shown: the last ones."""

SHORT: Final[Mapping[Status, str]] = {
    Status.REGISTERED: later("Filed online"),
    Status.ACCEPTED: later("Accepted"),
    Status.REFUSED: later("Not accepted"),
    Status.PROCESSING: later("Being handled"),
    Status.NEEDS_PAPERS: later("Papers are missing"),
    Status.NEEDS_PAYMENT: later("A payment is due"),
    Status.WITHDRAWN: later("Withdrawn"),
    Status.STOPPED: later("Stopped"),
    Status.READY: later("The result is ready"),
    Status.RETURNED: later("Handed over"),
}
"""Each status in a word or two."""


def history(say: Language, steps: Sequence[Step]) -> Iterator[Bullets]:
    """Its stations, the oldest first; officers' own words are left out, since they may name people.

    One station alone is no history: the answer says it already.
    """
    stations = list(_stations(steps))
    if len(stations) > 1:
        items = tuple(
            f"{say.day(in_vietnam(step.at).date())}: {say(SHORT[step.status])}" for step in stations[-MOST:]
        )
        yield Bullets(title=say("So far"), items=items)


def _stations(steps: Sequence[Step]) -> Iterator[Step]:
    """Steps that led to another status; several within one are one station."""
    before: Status | None = None
    for step in steps:
        if step.status is not before:
            yield step
        before = step.status
