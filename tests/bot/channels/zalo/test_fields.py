from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.channels.zalo.fields import MOST, filled
from bot.channels.zalo.settings import FIELDS, Template
from handlers.language import Languages
from storage.dossiers import Dossier
from storage.notices import News
from storage.reports import ApplicantKind, Status

SAY = Languages.shipped().of("vi")
ALL = Template(id="1", data={name: f"{{{name}}}" for name in FIELDS})

DOSSIER = Dossier(
    code="000.00.04.H51-261101-0001",
    procedure_code="1.001193",
    procedure_name="Đăng ký khai sinh",
    office="UBND phường Thử Nghiệm",
    status=Status.READY,
    status_at=datetime(2026, 11, 22, 2, tzinfo=UTC),
    submitted_at=None,
    received_at=None,
    due_at=datetime(2026, 11, 24, 9, tzinfo=UTC),
    finished_at=None,
    returned_at=None,
    needs=(),
    applicant="Tr*** Thị N***",
    applicant_kind=ApplicantKind.CITIZEN,
    steps=(),
)


def test_a_template_says_what_is_asked_of_it() -> None:
    one = filled({"*": ALL}, SAY, DOSSIER, News.STATUS)
    assert one is not None
    assert one.data == {
        "code": "000.00.04.H51-261101-0001",
        "status": "Đã có kết quả",
        "procedure": "Đăng ký khai sinh",
        "office": "UBND phường Thử Nghiệm",
        "due": "24/11/2026",
        "news": "Trạng thái mới",
    }


def test_the_applicant_is_never_named() -> None:
    one = filled({"*": ALL}, SAY, DOSSIER, News.STATUS)
    assert DOSSIER.applicant not in str(one)


def test_a_kind_of_news_may_have_its_own_template() -> None:
    templates = {"*": ALL, "needs": Template(id="2", data={"a": "Hồ sơ {code}"})}
    ids = [one.id for kind in News if (one := filled(templates, SAY, DOSSIER, kind))]
    assert ids == ["1", "2", "1", "1", "1"]
    assert filled({"needs": ALL}, SAY, DOSSIER, News.STATUS) is None


def test_no_parameter_is_empty_or_too_long() -> None:
    bare = replace(DOSSIER, office="", due_at=None, procedure_name="rất dài " * 40)
    one = filled({"*": ALL}, SAY, bare, News.STATUS)
    assert one is not None
    assert one.data["office"] == one.data["due"] == "–"
    assert len(one.data["procedure"]) <= MOST


@pytest.mark.parametrize("status", Status)
def test_every_status_has_few_words(status: Status) -> None:
    one = filled({"*": ALL}, SAY, replace(DOSSIER, status=status), News.STATUS)
    assert one is not None
    assert 0 < len(one.data["status"]) <= 30
