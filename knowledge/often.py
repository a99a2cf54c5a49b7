"""What communes are asked for most, as we ship it: for a deployment that has not been asked yet."""

from pathlib import Path

import yaml
from pydantic import TypeAdapter

from knowledge.model import Code

SHIPPED = Path(__file__).parent / "data" / "often.yaml"

_CODES = TypeAdapter(tuple[Code, ...])


def load(path: Path = SHIPPED) -> tuple[str, ...]:
    """The codes of a file, the most asked first."""
    return _CODES.validate_python(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
