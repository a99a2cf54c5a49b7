"""The written knowledge of the language that stands beside the code as YAML."""

from functools import cache
from pathlib import Path

import yaml

_HERE = Path(__file__).parent


@cache
def table(name: str) -> dict[str, object]:
    """The mapping in ``<name>.yaml`` of this package."""
    return read_mapping(_HERE / f"{name}.yaml")


def read_mapping(path: Path) -> dict[str, object]:
    """A YAML file whose top is a mapping, keys as text."""
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(name): value for name, value in loaded.items()}


def strings(value: object) -> tuple[str, ...]:
    """A YAML list of plain values as text; nothing at all is an empty one."""
    return tuple(str(item) for item in value) if isinstance(value, list) else ()
