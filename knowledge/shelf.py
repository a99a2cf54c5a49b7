"""The shelf: every shipped procedure, read from its YAML file, or from a pack of them all at a restart."""

import contextlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from pydantic import TypeAdapter, ValidationError

from knowledge import procedure_file
from knowledge.model import Value
from knowledge.procedure import Procedure

SHIPPED = Path(__file__).parent / "data"
"""Where the shipped procedures lie: a folder a field, a file a procedure."""


class _Pack(Value):
    """All procedures in one file, and the state of the YAML files they were read from."""

    state: str
    procedures: tuple[Procedure, ...]


_PACK = TypeAdapter(_Pack)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The shipped procedures by code."""

    procedures: Mapping[str, Procedure]

    @classmethod
    def load(cls, directory: Path = SHIPPED, pack: Path | None = None) -> "Shelf":
        """Read every file of a folder; with a ``pack`` only if one of them changed since it was written.

        Raises BrokenProcedureFileError that names the first file that cannot be read.
        """
        paths = files(directory)
        if pack is None:
            return cls._of(_read(paths))
        state = _state(paths)
        procedures = _unpacked(pack, state)
        if procedures is None:
            procedures = _read(paths)
            _keep(pack, _Pack(state=state, procedures=procedures))
        return cls._of(procedures)

    @classmethod
    def _of(cls, procedures: tuple[Procedure, ...]) -> "Shelf":
        return cls(procedures=MappingProxyType({one.code: one for one in procedures}))


def files(directory: Path = SHIPPED) -> list[Path]:
    """The procedure files of a folder, by name."""
    return sorted(directory.glob("*/*.yaml"))


def _read(paths: list[Path]) -> tuple[Procedure, ...]:
    return tuple(procedure_file.read(path) for path in paths)


def _state(paths: list[Path]) -> str:
    stats = ((path, path.stat()) for path in paths)
    names = "\n".join(f"{path} {stat.st_mtime_ns} {stat.st_size}" for path, stat in stats)
    return sha256(names.encode()).hexdigest()


def _unpacked(pack: Path, state: str) -> tuple[Procedure, ...] | None:
    """The packed procedures, or None where the pack is missing, broken or behind."""
    try:
        packed = _PACK.validate_json(pack.read_bytes())
    except (OSError, ValidationError):
        return None
    return packed.procedures if packed.state == state else None


def _keep(pack: Path, packed: _Pack) -> None:
    """Write the pack beside and move it into place; a folder that cannot be written only costs time."""
    beside = pack.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError):
        pack.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_PACK.dump_json(packed, exclude_defaults=True))
        beside.replace(pack)
