"""What goes over the pipes between a desk and a clerk: pickles, each after its length.

The pipes are this machine's own and nobody else's, so that unpickling what comes over them is safe.
"""

import pickle
from dataclasses import dataclass
from struct import Struct
from typing import Any, BinaryIO

from handlers.draft import Draft

LENGTH = Struct("!I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a clerk made of a message: a draft or nothing. ``matched`` are the seconds of its matches."""

    number: int
    draft: Draft | None
    matched: tuple[float, ...] = ()


def packed(thing: object) -> bytes:
    """One thing, ready to be written."""
    body = pickle.dumps(thing, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


def unpacked(body: bytes) -> Any:
    """What was packed, without its length."""
    return pickle.loads(body)  # noqa: S301 - nobody else writes into these pipes


def read(source: BinaryIO) -> Any:
    """Wait for the next thing; None at the end."""
    length = source.read(LENGTH.size)
    if len(length) < LENGTH.size:
        return None
    return unpacked(source.read(*LENGTH.unpack(length)))


def write(target: BinaryIO, thing: object) -> None:
    """Write one thing."""
    target.write(packed(thing))
    target.flush()
