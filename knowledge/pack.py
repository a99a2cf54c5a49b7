"""What was built, in one file: numpy arrays behind a line that tells what they were built from.

Nothing in such a file is ever run. The same arrays make the same bytes. A file that is missing, damaged or
was built from something else is as good as none: it is built anew.
"""

import contextlib
import os
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Parts = Mapping[str, NDArray[Any]]
"""Arrays by name."""

_BETWEEN = "\n"


def write(path: Path, state: str, parts: Parts) -> int:
    """Write the parts beside the file and move them into place; gives the size in bytes.

    ``state`` is a word that tells what they were built from. Raises OSError where the folder takes no file.
    """
    content = BytesIO()
    np.savez(content, allow_pickle=False, **parts)
    body = content.getvalue()
    beside = path.with_suffix(f".{os.getpid()}")
    path.parent.mkdir(parents=True, exist_ok=True)
    beside.write_bytes(_headed(state, body))
    beside.replace(path)
    return path.stat().st_size


def keep(path: Path, state: str, parts: Parts) -> None:
    """The same for later; a folder that takes no file only costs time at the next start."""
    with contextlib.suppress(OSError):
        write(path, state, parts)


def read(path: Path, state: str) -> Parts | None:
    """The parts of a file that was built from this state and is whole, else nothing."""
    try:
        head, _, body = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if head != _head(state, body):
        return None
    with np.load(BytesIO(body)) as parts:
        return dict(parts)


def from_texts(texts: Iterable[str]) -> NDArray[Any]:
    """Texts without line ends, as an array."""
    return np.frombuffer(_BETWEEN.join(texts).encode(), np.uint8)


def to_texts(array: NDArray[Any]) -> list[str]:
    """The texts of such an array."""
    joined = array.tobytes().decode()
    return joined.split(_BETWEEN) if joined else []


def counted(counts: Mapping[str, int], name: str) -> Parts:
    """Counts of texts under a name, in the order of the texts."""
    ordered = sorted(counts)
    return {
        name: from_texts(ordered),
        f"{name}.counts": np.array([counts[text] for text in ordered], np.int32),
    }


def counts(parts: Parts, name: str) -> dict[str, int]:
    """The counts that were packed under a name."""
    return dict(zip(to_texts(parts[name]), parts[f"{name}.counts"].tolist(), strict=True))


def _headed(state: str, body: bytes) -> bytes:
    return _head(state, body) + b"\n" + body


def _head(state: str, body: bytes) -> bytes:
    return f"{state} {crc32(body):08x}".encode()
