"""What ministries' systems send since 2026: a dossier when it is created, then bare states."""

from typing import Final

from pydantic import Field

from bot.intake.fields import Line, Moment, StatusNumber
from bot.intake.row import Delivery, Part, Row, latest
from storage.reports import ApplicantKind, DossierReport, Status, StatusReport

KINDS: Final = {
    "0": ApplicantKind.CITIZEN,
    "1": ApplicantKind.BUSINESS,
    "2": ApplicantKind.HOUSEHOLD,
}
"""``LoaiDoiTuong`` as this generation numbers it: the provincial 1 and 2 mean something else."""


class _Details(Part):
    name: Line = Field("", alias="TenNguoiNop")
    identity: Line = Field("", alias="SoDinhDanh")
    phone: Line = Field("", alias="SoDienThoai")


class _Submitter(Part):
    details: _Details = Field(_Details(), alias="ThongTinChiTiet")


class CreatedRow(Row):
    """A new dossier. It names no state: it is registered, and accepted once it has a date of receipt."""

    procedure_code: Line = Field("", alias="MaTTHC")
    applicant: Line = Field("", alias="ChuHoSo")
    applicant_kind: Line = Field("", alias="LoaiDoiTuong")
    unit: Line = Field("", alias="MaDonViTiepNhan")
    submitted_at: Moment = Field(None, alias="NgayNop")
    received_at: Moment = Field(None, alias="NgayTiepNhan")
    submitter: _Submitter = Field(_Submitter(), alias="ThongTinNguoiNop")

    def report(self, delivery: Delivery) -> DossierReport:
        """The dossier on the day it was filed."""
        submitter = self.submitter.details
        return DossierReport(
            code=self.code,
            at=latest(self.code, (self.submitted_at, self.received_at), delivery),
            status=Status.ACCEPTED if delivery.past(self.received_at) else Status.REGISTERED,
            source=self.unit or delivery.source,
            procedure_code=self.procedure_code,
            submitted_at=self.submitted_at,
            received_at=self.received_at,
            applicant_kind=KINDS.get(self.applicant_kind, ApplicantKind.OTHER),
            applicant=self.applicant or submitter.name,
            phone=submitter.phone,
            identity=submitter.identity,
        )


class StatusRow(Row):
    """``CapNhatTrangThai``: a state, and nobody says since when."""

    status: StatusNumber = Field(alias="TrangThai")

    def report(self, delivery: Delivery) -> StatusReport:
        """The state as of its delivery."""
        return StatusReport(code=self.code, at=delivery.at, status=self.status)
