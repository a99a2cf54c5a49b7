"""Reports of one invented dossier that the storage tests share."""

from dataclasses import replace

from storage.keyed_hash import KeyedHash
from storage.reports import ApplicantKind, DossierReport, Need, NeedKind, ProgressReport, Status
from tests.storage.moments import NOW, later

CODE = "000.00.01.H99-261101-0001"
HASHER = KeyedHash(b"a key for tests only, 32 bytes ..")

ACCEPTED = DossierReport(
    code=CODE,
    at=NOW,
    status=Status.ACCEPTED,
    source="000.00.00.H99",
    procedure_code="1.001193",
    procedure_name="Đăng ký khai sinh",
    office="UBND phường Thử Nghiệm",
    submitted_at=later(-30),
    received_at=NOW,
    due_at=later(60 * 24),
    needs=(Need(kind=NeedKind.FEE, text="Lệ phí", amount=8000),),
    applicant_kind=ApplicantKind.CITIZEN,
    applicant="Nguyễn Văn Thử",
    phone="0900 000 123",
    identity="001099000456",
)
PROCESSING = ProgressReport(
    code=CODE, at=later(10), status=Status.PROCESSING, office="Bộ phận một cửa", text="Đang thẩm định"
)
READY = replace(ACCEPTED, at=later(50), status=Status.READY, finished_at=later(50), needs=())
RETURNED = replace(READY, at=later(90), status=Status.RETURNED, returned_at=later(90))
