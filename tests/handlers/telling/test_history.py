from datetime import UTC, datetime, timedelta

from handlers.language import Language
from handlers.telling.history import MOST, SHORT, history
from storage.dossiers import Step
from storage.reports import Status

NOW = datetime(2026, 11, 20, 3, tzinfo=UTC)


def way(*statuses: Status) -> list[Step]:
    return [
        Step(at=NOW + timedelta(days=day), status=status, office="", text="Bà Kín ký")
        for day, status in enumerate(statuses)
    ]


def told(say: Language, *statuses: Status) -> tuple[str, ...]:
    return tuple(item for block in history(say, way(*statuses)) for item in block.items)


def test_each_status_is_a_station_with_its_day_and_no_officer_s_words(say: Language) -> None:
    found = told(say, Status.ACCEPTED, Status.PROCESSING, Status.PROCESSING, Status.NEEDS_PAPERS)
    assert found == (
        "20/11/2026: Đã tiếp nhận",
        "21/11/2026: Đang giải quyết",
        "23/11/2026: Chờ bổ sung giấy tờ",
    )


def test_one_station_is_no_history(say: Language) -> None:
    assert told(say, Status.ACCEPTED) == told(say) == ()


def test_only_the_last_ones_are_shown(say: Language) -> None:
    back_and_forth = [Status.PROCESSING, Status.NEEDS_PAPERS] * 4
    assert len(told(say, *back_and_forth)) == MOST


def test_every_status_has_a_short_name(say: Language) -> None:
    assert len({say(name) for name in SHORT.values()}) == len(Status)
