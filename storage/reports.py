"""What an agency reports of a dossier, whichever system it came from: never stored as it comes."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum


class Status(IntEnum):
    """The ten states of a dossier, numbered as the national systems number them."""

    REGISTERED = 1
    ACCEPTED = 2
    REFUSED = 3
    PROCESSING = 4
    NEEDS_PAPERS = 5
    NEEDS_PAYMENT = 6
    WITHDRAWN = 7
    STOPPED = 8
    READY = 9
    RETURNED = 10

    @property
    def stage(self) -> int:
        """How far along it is, 0 to 4: between handling, papers asked for and fees due it goes to and fro."""
        return _STAGES[self]


_STAGES = {
    Status.REGISTERED: 0,
    Status.ACCEPTED: 1,
    Status.PROCESSING: 2,
    Status.NEEDS_PAPERS: 2,
    Status.NEEDS_PAYMENT: 2,
    Status.REFUSED: 3,
    Status.WITHDRAWN: 3,
    Status.STOPPED: 3,
    Status.READY: 3,
    Status.RETURNED: 4,
}


class ApplicantKind(StrEnum):
    """For whom a dossier is."""

    CITIZEN = "citizen"
    BUSINESS = "business"
    HOUSEHOLD = "household"
    OTHER = "other"


class NeedKind(StrEnum):
    """What the applicant is asked for."""

    PAPER = "paper"
    FEE = "fee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A paper to hand in later, or a fee. ``amount`` is in đồng, None where only words are given."""

    kind: NeedKind
    text: str
    amount: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierReport:
    """The whole dossier as it stood at ``at``, the latest moment of handling it tells of.

    ``applicant``, ``phone`` and ``identity`` are personal: they are masked or hashed before anything is
    stored, and stay out of the representation.
    """

    code: str
    at: datetime
    status: Status
    source: str = ""
    procedure_code: str = ""
    procedure_name: str = ""
    office: str = ""
    submitted_at: datetime | None = None
    received_at: datetime | None = None
    due_at: datetime | None = None
    finished_at: datetime | None = None
    returned_at: datetime | None = None
    needs: tuple[Need, ...] = ()
    applicant_kind: ApplicantKind = ApplicantKind.OTHER
    applicant: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    identity: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """One row of the dossier's history: at ``at`` this office did this."""

    code: str
    at: datetime
    status: Status
    office: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReport:
    """A bare status. Nobody says when it was reached, so ``at`` is the moment it was delivered."""

    code: str
    at: datetime
    status: Status


Report = DossierReport | ProgressReport | StatusReport
