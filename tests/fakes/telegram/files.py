"""Files on their way to Telegram."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FIELDS = ("photo", "document")
_ATTACHED = "attach://"


@dataclass(frozen=True)
class Sent:
    """A file as it was uploaded."""

    name: str
    type: str
    content: bytes


def unpacked(posted: Mapping[str, Any], given: dict[str, Any]) -> dict[str, Any]:
    """The parameters of a form with its files where they belong: named by the field, or attached to it."""
    files = {name: _file(value) for name, value in posted.items() if not isinstance(value, str)}
    attached = {name: files.get(str(value).removeprefix(_ATTACHED), value) for name, value in given.items()}
    return attached | {name: file for name, file in files.items() if name in FIELDS}


def _file(field: Any) -> Sent:
    return Sent(name=field.filename, type=field.content_type, content=field.file.read())
