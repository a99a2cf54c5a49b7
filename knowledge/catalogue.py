"""Streams the records of catalogue files, whatever their shape, each with the line it stands on."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BufferedIOBase
from pathlib import Path

from knowledge import lgsp, portal
from knowledge.errors import UnreadableCatalogueError, UnreadableRecordError
from knowledge.facts import Facts
from knowledge.raw import day, line

_SPACE = " \t\r\n,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One record as it stands in a file: its line, and the JSON object or what is wrong with it."""

    line: int
    record: object = None
    problem: str = ""

    def facts(self) -> Facts:
        """The facts in it. Raises UnreadableRecordError that says why there are none."""
        if self.problem:
            raise UnreadableRecordError(reason=self.problem)
        return facts(self.record)


def facts(record: object) -> Facts:
    """The facts in one JSON object of any known shape. Raises UnreadableRecordError."""
    if not isinstance(record, Mapping):
        raise UnreadableRecordError(reason="it is no JSON object")
    if lgsp.recognises(record):
        return lgsp.read(record)
    if portal.recognises(record):
        return portal.read(record)
    raise UnreadableRecordError(reason="it is neither a record of the portal nor of LayThuTuc")


def code(record: object) -> str:
    """The code as it is written in one JSON object: quick, where one record is looked for among thousands."""
    if not isinstance(record, Mapping):
        return ""
    return line(record, "MATTHC") or line(portal.detail(record), "code")


def updated(record: object) -> date | None:
    """The day a record was last changed, if it says so."""
    return day(portal.detail(record), "updatedAt") if isinstance(record, Mapping) else None


def read(path: Path, progress: Callable[[int], object] = lambda done: None) -> Iterator[Row]:
    """Every record of a file: JSON lines, or one JSON document; packed with gzip or not.

    ``progress`` is told how many bytes of the file on disk have been read so far. Raises
    UnreadableCatalogueError where the file cannot be opened, unpacked or understood as a whole.
    """
    try:
        with path.open("rb") as packed:
            file = gzip.GzipFile(fileobj=packed) if path.suffix == ".gz" else packed
            lines = path.name.removesuffix(".gz").endswith(("jsonl", "ndjson"))
            for row in _lines(file) if lines else _document(file):
                progress(packed.tell())
                yield row
    except (OSError, EOFError, zlib.error, ValueError, RecursionError) as error:
        raise UnreadableCatalogueError(path=path, reason=error) from None


def _lines(file: BufferedIOBase) -> Iterator[Row]:
    for at, text in enumerate(file, start=1):
        if text.strip():
            yield from _line(at, text)


def _line(at: int, text: bytes) -> Iterator[Row]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        return iter([Row(line=at, problem=f"broken JSON: {error}")])
    return (Row(line=at, record=record) for record in _records(value))


def _records(value: object) -> list[object]:
    """The records in one JSON value: ``{"result": […]}``, a list, or the one it is."""
    inside = value.get("result", value) if isinstance(value, Mapping) else value
    return inside if isinstance(inside, list) else [inside]


def _document(file: BufferedIOBase) -> Iterator[Row]:
    text = file.read().decode("utf-8-sig")
    if text.lstrip().startswith("["):
        return _elements(text)
    return (Row(line=1, record=record) for record in _records(json.loads(text)))


def _elements(text: str) -> Iterator[Row]:
    """The elements of a long array one by one, so that only one of them is unpacked at a time."""
    decoder = json.JSONDecoder()
    at, lines, counted = text.index("[") + 1, 1, 0
    while (at := _skip(text, at)) < len(text) and text[at] != "]":
        lines, counted = lines + text.count("\n", counted, at), at
        record, at = decoder.raw_decode(text, at)
        yield Row(line=lines, record=record)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in _SPACE:
        at += 1
    return at
