"""Streams the records of catalogue files, whatever their shape, each with the line it stands on."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path

from knowledge import portal
from knowledge.errors import UnreadableRecordError
from knowledge.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record: where it stands, and its facts or the reason why there are none."""

    line: int
    facts: Facts | None = None
    problem: str = ""


def read(path: Path) -> Iterator[Row]:
    """Every record of one file, in order."""
    with _opened(path) as file:
        yield from _lines(file)


def facts_of(record: object) -> Facts:
    """The facts in one record Raises UnreadableRecordError."""
    if not isinstance(record, Mapping):
        raise UnreadableRecordError(reason="it is no JSON object")
    return portal.read(record)


def _opened(path: Path) -> BufferedIOBase:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")


def _lines(file: BufferedIOBase) -> Iterator[Row]:
    for number, text in enumerate(file, start=1):
        if text.strip():
            yield _row(number, text)


def _row(number: int, text: bytes) -> Row:
    try:
        return Row(line=number, facts=facts_of(json.loads(text)))
    except ValueError as error:
        return Row(line=number, problem=f"broken JSON: {error}")
    except UnreadableRecordError as error:
        return Row(line=number, problem=str(error))
