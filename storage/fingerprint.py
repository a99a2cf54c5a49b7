"""Short fingerprints of plain values."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Final

_MARKS: Final = "%Y%m%dT%H%M%S.%f"


def sortable(moment: datetime) -> str:
    """A moment as a text that sorts by time."""
    return moment.astimezone(UTC).strftime(_MARKS)


def moment(text: str) -> datetime:
    """The moment that such a text means."""
    return datetime.strptime(f"{text}+0000", f"{_MARKS}%z")


def digest(values: object) -> str:
    """A fingerprint: the same for the same values in every process."""
    text = json.dumps(values, sort_keys=True, ensure_ascii=False, default=sortable)
    return sha256(text.encode()).hexdigest()[:32]
