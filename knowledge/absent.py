"""What people ask of a one-stop desk that the national catalogue does not hold: where to go instead."""

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import StringConstraints

from knowledge.model import Line, Prose, Value

SHIPPED = Path(__file__).parent / "data" / "absent.yaml"


class Absent(Value):
    """One act that is no procedure of the catalogue: ``answer`` says so kindly, ``where`` names the door."""

    key: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,32}$")]
    name: Line
    says: tuple[Line, ...]
    answer: Prose
    where: Line
    source: Line = ""


def load(path: Path = SHIPPED) -> tuple[Absent, ...]:
    """The entries of a file, in its order; nothing where there is no such file."""
    if not path.exists():
        return ()
    rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(Absent.model_validate(row) for row in rows or ())
