"""The whole dossier as every provincial one-stop system sends it: ``DongBoHoSoMC``."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Final

from pydantic import Field

from bot.intake.fields import Amount, Items, Line, Moment, Prose, StatusNumber
from bot.intake.row import Delivery, Part, Row, latest
from storage.reports import ApplicantKind, DossierReport, Need, NeedKind

KINDS: Final = {"1": ApplicantKind.CITIZEN, "2": ApplicantKind.BUSINESS}
"""``LoaiDoiTuong`` as this generation numbers it."""


class _Fee(Part):
    name: Line = Field("", alias="TenPhiLePhi")
    amount: Amount = Field(None, alias="Gia")

    def need(self) -> Need:
        return Need(kind=NeedKind.FEE, text=self.name, amount=self.amount)


class _Paper(Part):
    name: Line = Field("", alias="TenGiayTo")


class _Supplement(Part):
    """Papers or money asked for later; it is closed once they were received."""

    text: Prose = Field("", alias="NoiDungBoSung")
    asked_at: Moment = Field(None, alias="NgayBoSung")
    received_at: Moment = Field(None, alias="NgayTiepNhanBoSung")
    due_at: Moment = Field(None, alias="NgayHenTraMoi")
    papers: Annotated[tuple[_Paper, ...], Items] = Field((), alias="DanhSachGiayToBoSung")
    fees: Annotated[tuple[_Fee, ...], Items] = Field((), alias="DanhSachLePhiBoSung")

    def needs(self) -> Iterator[Need]:
        for text in (self.text, *(paper.name for paper in self.papers)):
            if text:
                yield Need(kind=NeedKind.PAPER, text=text)
        for fee in self.fees:
            yield fee.need()


class _Identity(Part):
    number: Line = Field("", alias="SoDinhDanh")


class DossierRow(Row):
    """One ``HoSo``. Much of it is left blank by many systems; a code, a state and one date are enough."""

    status: StatusNumber = Field(alias="TrangThaiHoSo")
    procedure_code: Line = Field("", alias="MaTTHC")
    procedure_name: Line = Field("", alias="TenTTHC")
    office: Line = Field("", alias="DonViXuLy")
    applicant: Line = Field("", alias="ChuHoSo")
    applicant_kind: Line = Field("", alias="LoaiDoiTuong")
    phone: Line = Field("", alias="SoDienThoai")
    paper_number: Line = Field("", alias="SoGiayToChuHoSo")
    identities: Annotated[tuple[_Identity, ...], Items] = Field((), alias="DinhDanhCHS")
    submitted_at: Moment = Field(None, alias="NgayNopHoSo")
    received_at: Moment = Field(None, alias="NgayTiepNhan")
    refused_at: Moment = Field(None, alias="NgayTuChoi")
    due_at: Moment = Field(None, alias="NgayHenTra")
    finished_at: Moment = Field(None, alias="NgayKetThucXuLy")
    returned_at: Moment = Field(None, alias="NgayTra")
    fees: Annotated[tuple[_Fee, ...], Items] = Field((), alias="DanhSachLePhi")
    supplements: Annotated[tuple[_Supplement, ...], Items] = Field((), alias="DanhSachHoSoBoSung")

    def report(self, delivery: Delivery) -> DossierReport:
        """The dossier as it stood at the last moment of handling that the row tells of."""
        return DossierReport(
            code=self.code,
            at=latest(self.code, self._moments(), delivery),
            status=self.status,
            source=delivery.source,
            procedure_code=self.procedure_code,
            procedure_name=self.procedure_name,
            office=self.office,
            submitted_at=self.submitted_at,
            received_at=self.received_at,
            due_at=self._due_at(),
            finished_at=self.finished_at,
            returned_at=self.returned_at,
            needs=tuple(self._needs()),
            applicant_kind=KINDS.get(self.applicant_kind, ApplicantKind.OTHER),
            applicant=self.applicant,
            phone=self.phone,
            identity=self._identity(),
        )

    def _moments(self) -> Iterator[datetime | None]:
        yield from (
            self.submitted_at,
            self.received_at,
            self.refused_at,
            self.finished_at,
            self.returned_at,
        )
        for supplement in self.supplements:
            yield from (supplement.asked_at, supplement.received_at)

    def _due_at(self) -> datetime | None:
        """A supplement moves the due date, and some systems say so only there."""
        due = (self.due_at, *(supplement.due_at for supplement in self.supplements))
        return max((moment for moment in due if moment is not None), default=None)

    def _needs(self) -> Iterator[Need]:
        for supplement in self.supplements:
            if supplement.received_at is None:
                yield from supplement.needs()
        for fee in self.fees:
            yield fee.need()

    def _identity(self) -> str:
        numbers = (self.paper_number, *(identity.number for identity in self.identities))
        return next(filter(None, numbers), "")
