"""Files of deliveries: one JSON value, or one a line."""

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import IO

from bot.errors import UnreadableDeliveryError


def bodies(path: Path) -> Iterator[tuple[int, object]]:
    """Every body of a file with the number of the line it begins on.

    A file whose first line is JSON by itself is read line by line, and a later line that is none comes
    out as None. Raises UnreadableDeliveryError where the file is neither that nor JSON as a whole.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from _bodies(file)
    except (ValueError, RecursionError):  # both kinds of decoding error are ValueErrors
        raise UnreadableDeliveryError(path=path) from None


def _bodies(file: IO[str]) -> Iterator[tuple[int, object]]:
    first = file.readline()
    if not _is_json(first):
        yield 1, json.loads(first + file.read())
        return
    for number, line in enumerate(chain([first], file), start=1):
        if line.strip():
            yield number, json.loads(line) if _is_json(line) else None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
