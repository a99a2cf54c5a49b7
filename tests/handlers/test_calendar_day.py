from datetime import UTC, date, datetime

import pytest

from handlers.calendar_entry import Entry
from handlers.presses import DueDay, FactOf, ResultDay
from knowledge.matching.match import Aspect
from storage.deliveries import apply
from storage.reports import DossierReport, Status
from tests.fakes.library import BIRTH_AGAIN, COPY
from tests.fakes.printer import FakePrinter
from tests.fakes.talk import HASHER, START, Talk

CODE = "000.00.04.H51-261120-0001"
DUE = datetime(2026, 11, 27, 9, tzinfo=UTC)


async def proved(talk: Talk, status: Status = Status.PROCESSING, due: datetime | None = DUE) -> None:
    report = DossierReport(
        code=CODE,
        at=START,
        status=status,
        due_at=due,
        procedure_code=COPY.code,
        procedure_name="Cấp bản sao trích lục hộ tịch",
        office="UBND phường Hồng Hà",
        phone="0912345678",
    )
    async with talk.database.writing() as session:
        await apply(session, HASHER, report)
    await talk.say(CODE)
    await talk.say("5678")


def kept(talk: Talk) -> list[Entry]:
    assert isinstance(talk.printer, FakePrinter)
    return talk.printer.kept


async def test_the_due_day_of_a_proved_dossier_is_a_press_away(talk: Talk) -> None:
    await proved(talk)
    await talk.tap("Thêm vào lịch")
    (file,) = talk.last.replies[0].files
    assert (file.name, file.media_type) == ("ngay-hen.ics", "text/calendar")
    (entry,) = kept(talk)
    assert entry.at == DUE
    assert entry.title == "Nhận kết quả: Cấp bản sao trích lục hộ tịch"
    assert "UBND phường Hồng Hà" in entry.text
    assert CODE not in entry.title + entry.text
    assert "27/11/2026" in talk.text


@pytest.mark.parametrize(
    ("status", "due"),
    [
        (Status.RETURNED, DUE),
        (Status.NEEDS_PAPERS, DUE),
        (Status.PROCESSING, None),
        (Status.PROCESSING, datetime(2026, 11, 20, tzinfo=UTC)),
    ],
)
async def test_without_a_day_ahead_there_is_no_such_press(
    talk: Talk, status: Status, due: datetime | None
) -> None:
    await proved(talk, status, due)
    assert not any("lịch" in one for one in talk.labels)


async def test_a_dossier_without_a_day_is_shown_instead(talk: Talk) -> None:
    await proved(talk, due=None)
    await talk.press(DueDay(follow=1))
    assert kept(talk) == []
    assert CODE in talk.text


async def test_nobody_elses_day_is_told(talk: Talk) -> None:
    await proved(talk)
    talk.chat = "somebody-else"
    await talk.press(DueDay(follow=1))
    assert kept(talk) == []
    assert "27/11" not in talk.text


async def test_a_day_later_the_proof_is_asked_for_again(talk: Talk) -> None:
    await proved(talk)
    talk.wait(days=2)
    await talk.press(DueDay(follow=1))
    assert kept(talk) == []
    assert "4 số" in talk.text


async def test_the_day_of_a_result_can_be_kept_as_an_estimate(talk: Talk) -> None:
    await talk.press(FactOf(code=COPY.code, aspect=Aspect.TIME))
    await talk.tap("Thêm vào lịch")
    (entry,) = kept(talk)
    assert (entry.at.date(), entry.at.hour) == (date(2026, 11, 25), 8)  # the 24th is a holiday
    assert entry.title.startswith("Dự kiến có kết quả: ")
    assert "ước tính" in entry.text


async def test_the_day_of_handing_in_that_was_named_counts(talk: Talk) -> None:
    await talk.press(FactOf(code=COPY.code, aspect=Aspect.FEE))
    await talk.say("thứ năm nộp thì bao giờ có")
    await talk.tap("Thêm vào lịch")
    (entry,) = kept(talk)
    assert entry.at.date() == date(2026, 11, 27)


@pytest.mark.parametrize("day", [20261399, 5, 9_999_999_999])
async def test_a_day_that_is_none_tells_the_time_instead(talk: Talk, day: int) -> None:
    await talk.press(ResultDay(code=COPY.code, day=day))
    assert kept(talk) == []
    assert "ngày làm việc" in talk.text


async def test_where_no_time_is_known_there_is_no_day(talk: Talk) -> None:
    await talk.press(FactOf(code=BIRTH_AGAIN.code, aspect=Aspect.TIME))
    assert not any("lịch" in one for one in talk.labels)


async def test_without_a_printer_there_is_no_such_press(talk: Talk) -> None:
    talk.printer = None
    await talk.press(FactOf(code=COPY.code, aspect=Aspect.TIME))
    assert not any("lịch" in one for one in talk.labels)
    await talk.press(ResultDay(code=COPY.code, day=20261123))
    assert talk.last.replies[0].files == ()
