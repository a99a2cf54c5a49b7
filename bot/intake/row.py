"""What rows of both generations share. Names outside are the national ones.

What a citizen is never shown (an officer's name, e-mail, fax, files) is not read at all.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.errors import FutureStepError, UndatedDossierError
from bot.intake.fields import DossierId, Line, Prose, RequiredMoment, StatusNumber, lowered
from knowledge import dossier_code
from storage.reports import ProgressReport, Report

SKEW: Final = timedelta(days=1)
"""How far ahead of ours a sender's clock may be; what is said to happen later has not happened yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """When a body was delivered, and by whom."""

    at: datetime
    source: str = ""

    def past(self, moment: datetime | None) -> bool:
        """Whether a moment had come when this was delivered."""
        return moment is not None and moment <= self.at + SKEW


class Part(BaseModel):
    """An object in a body, under the national names in any case: ``IdHoSo`` and ``IDHoSo`` are both about.

    Its errors never repeat what stood in it, and something else in its place is as good as blank.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    @model_validator(mode="before")
    @classmethod
    def _by_any_case(cls, sent: object) -> dict[str, object]:
        given = lowered(sent)
        aliases = (field.alias or name for name, field in cls.model_fields.items())
        return {alias: given[alias.lower()] for alias in aliases if alias.lower() in given}


class Row(Part, ABC):
    """One row of a body."""

    code: DossierId = Field(alias="MaHoSo")

    @abstractmethod
    def report(self, delivery: Delivery) -> Report:
        """What the row says; raises RowError where that cannot be put in order."""


class ProgressRow(Row):
    """One step of handling: ``CapNhatTienDoHoSoMC``, and since 2026 ``CapNhatTienTrinh``."""

    at: RequiredMoment = Field(alias="ThoiDiemXuLy")
    status: StatusNumber = Field(alias="TrangThai")
    office: Line = Field("", alias="PhongBanXuLy")
    text: Prose = Field("", alias="NoiDungXuLy")

    def report(self, delivery: Delivery) -> ProgressReport:
        """A step that has been; one to come would stand above all that really follow."""
        if not delivery.past(self.at):
            raise FutureStepError
        return ProgressReport(
            code=self.code, at=self.at, status=self.status, office=self.office, text=self.text
        )


def latest(code: str, moments: Iterable[datetime | None], delivery: Delivery) -> datetime:
    """The last of a dossier's moments that had come, or the day that stands in its code.

    Raises UndatedDossierError where there is none: what nobody can date cannot be put in order.
    """
    known = [moment for moment in moments if moment is not None and delivery.past(moment)]
    known = known or [found.received for found in dossier_code.find(code) if found.received is not None]
    if not known:
        raise UndatedDossierError
    return max(known)
