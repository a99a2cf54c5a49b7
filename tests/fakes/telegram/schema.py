"""Calls held against the published description of the Bot API (``api.json``), where it lies beside us."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.fakes.telegram.files import Sent

Params = Mapping[str, Any]
Field = Mapping[str, Any]

_ARRAY = "Array of "


class Schema:
    """Methods and types of the Bot API."""

    def __init__(self, described: Mapping[str, Any]) -> None:
        self._methods: Mapping[str, Any] = described["methods"]
        self._types: Mapping[str, Any] = described["types"]

    @classmethod
    def beside(cls, shared: Path) -> "Schema | None":
        """The description in the folder of shared data; None where there is none."""
        path = shared / "data" / "telegram-bot-api" / "api.json"
        return cls(json.loads(path.read_text("utf-8"))) if path.is_file() else None

    def faults(self, method: str, params: Params) -> list[str]:
        """What is wrong with a call."""
        if method not in self._methods:
            return [f"{method} is no method"]
        return list(self._fields(method, self._methods[method].get("fields", ()), params))

    def wrong(self, kind: str, value: Any) -> list[str]:
        """What is wrong with a value of a type, such as an ``Update``."""
        return list(self._value(kind, (kind,), value))

    def _fields(self, where: str, fields: Any, values: Params) -> Iterator[str]:
        known: dict[str, Field] = {field["name"]: field for field in fields}
        yield from (f"{where}: {name} is unknown" for name in values if name not in known)
        for name, field in known.items():
            if name in values:
                yield from self._value(f"{where}.{name}", field["types"], values[name])
            elif field["required"]:
                yield f"{where}: {name} is missing"

    def _value(self, where: str, kinds: Any, value: Any) -> Iterator[str]:
        tries = [list(self._one(where, kind, value)) for kind in kinds]
        yield from min(tries, key=len)

    def _one(self, where: str, kind: str, value: Any) -> Iterator[str]:
        if kind.startswith(_ARRAY):
            yield from self._array(where, kind.removeprefix(_ARRAY), value)
        elif kind == "InputFile":
            yield from () if isinstance(value, Sent) else (f"{where} is no {kind}",)
        elif kind in self._types:
            yield from self._named(where, self._types[kind], value)
        elif not _plain(kind, value):
            yield f"{where} is no {kind}"

    def _array(self, where: str, kind: str, value: Any) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{where} is no array"
            return
        for index, one in enumerate(value):
            yield from self._value(f"{where}[{index}]", (kind,), one)

    def _named(self, where: str, kind: Mapping[str, Any], value: Any) -> Iterator[str]:
        if "subtypes" in kind:
            yield from self._value(where, kind["subtypes"], value)
        elif not isinstance(value, Mapping):
            yield f"{where} is no {kind['name']}"
        else:
            yield from self._fields(where, kind.get("fields", ()), value)


def _plain(kind: str, value: Any) -> bool:
    if kind == "Integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "Float":
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, {"String": str, "Boolean": bool}[kind])
