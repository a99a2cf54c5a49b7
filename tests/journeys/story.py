"""The shape of a journey in YAML: what a citizen does, and what must come of it."""

from datetime import timedelta
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from handlers.outcome import Outcome
from knowledge.matching.match import Aspect
from storage.reports import Status


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Filed(_Part):
    """A dossier that an agency has reported before the journey begins; days count from its start."""

    code: str
    status: Status
    procedure_code: str = ""
    procedure_name: str = ""
    office: str = ""
    applicant: str = ""
    phone: str = ""
    identity: str = ""
    due_in: int | None = None


class Turn(_Part):
    """One thing done (``say`` a line, ``tap`` a label, ``press`` raw data, ``shows`` a picture
    with this in its QR code) and what the answer must be.

    ``files`` are the names of what came along, in order.

    ``chat`` changes the speaker, ``wait`` lets days pass before. ``holds`` and ``lacks`` are pieces of text,
    ``offers`` pieces of button labels.
    """

    say: str | None = None
    tap: str | None = None
    press: str | None = None
    shows: str | None = None
    chat: str = ""
    wait: float = 0
    outcome: Outcome
    code: str | None = None
    aspects: tuple[Aspect, ...] | None = None
    holds: tuple[str, ...] = ()
    opens: str = ""
    lacks: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    redacted: bool = False


class Journey(_Part):
    """A whole conversation. ``knowledge: shipped`` has it over the real guides and the real matcher."""

    name: str
    knowledge: Literal["fake", "shipped"] = "fake"
    filed: tuple[Filed, ...] = ()
    turns: tuple[Turn, ...] = Field(min_length=1)


def load(folder: Path) -> list[Journey]:
    """Every journey of every YAML file of the folder."""
    files = sorted(folder.glob("*.yaml"))
    return [Journey.model_validate(one) for file in files for one in yaml.safe_load(file.read_text("utf-8"))]


def days(count: float) -> timedelta:
    """Days that pass in a journey."""
    return timedelta(days=count)
