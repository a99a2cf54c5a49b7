from datetime import timedelta

import pytest

from bot.errors import FutureStepError, UndatedDossierError
from bot.intake.row import Delivery, ProgressRow, latest
from storage.reports import ProgressReport, Status
from tests.bot.intake.bodies import CODE, DELIVERY, at, step


def test_a_step_is_read_without_the_officer_s_name() -> None:
    report = ProgressRow.model_validate(step()).report(DELIVERY)
    assert report == ProgressReport(
        code=CODE,
        at=at(2, 14),
        status=Status.PROCESSING,
        office="Bộ phận một cửa",
        text="Đang thẩm định",
    )


def test_names_are_known_in_any_case() -> None:
    row = {"MAHOSO": CODE, "thoidiemxuly": "20261102140000", "TrangThai": 4}
    assert ProgressRow.model_validate(row).report(DELIVERY).status is Status.PROCESSING


def test_a_step_to_come_is_refused() -> None:
    row = ProgressRow.model_validate(step(ThoiDiemXuLy="20261124000000"))
    with pytest.raises(FutureStepError):
        row.report(DELIVERY)


def test_a_sender_s_clock_may_run_a_little_ahead() -> None:
    row = ProgressRow.model_validate(step(ThoiDiemXuLy="20261122230000"))
    assert row.report(DELIVERY).at == at(22, 23)


def test_a_delivery_knows_what_has_been() -> None:
    delivery = Delivery(at=at(10, 0))
    assert delivery.past(at(10, 0) + timedelta(days=1))
    assert not delivery.past(at(11, 0, 1))
    assert not delivery.past(None)


def test_the_latest_moment_that_has_been_counts() -> None:
    assert latest(CODE, [at(1, 8), None, at(3, 8), at(2, 8), at(30, 8)], DELIVERY) == at(3, 8)


def test_without_any_moment_the_code_s_own_day_counts() -> None:
    assert latest(CODE, [None], DELIVERY) == at(1, 0)


def test_without_any_day_at_all_it_is_refused() -> None:
    with pytest.raises(UndatedDossierError):
        latest("03706/2026/07906", [None], DELIVERY)
