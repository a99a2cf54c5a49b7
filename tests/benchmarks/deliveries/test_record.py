from collections import Counter

from benchmarks.deliveries.record import NOW, SOURCES, record
from bot.intake.national import read
from bot.intake.row import Delivery

RECORD = record(900, 3)


def rows(bodies: tuple[list[dict[str, object]], ...]) -> list[dict[str, object]]:
    return [row for body in bodies for row in body]


def test_the_same_seed_tells_the_same() -> None:
    assert record(900, 3) == RECORD
    assert record(900, 4) != RECORD


def test_just_the_broken_rows_are_refused() -> None:
    readings = [read(body, Delivery(at=NOW)) for stream in RECORD.streams for body in stream]
    assert sum(len(reading.refusals) for reading in readings) == RECORD.broken > 10
    assert sum(len(reading.reports) for reading in readings) == RECORD.rows - RECORD.broken


def test_every_row_comes_and_one_in_four_comes_again() -> None:
    told = Counter(map(repr, rows(RECORD.tidy)))
    sent = Counter(repr(row) for stream in RECORD.streams for row in rows(stream))
    assert set(told.values()) == {1}
    assert told.keys() <= sent.keys()
    assert sum(sent[row] - 1 for row in told) >= len(told) // 5


def test_each_agency_sends_its_own_dossiers() -> None:
    codes = [
        {row["MaHoSo"] for row in rows(stream) if "TenTTHC" in row or "PhongBanXuLy" in row}
        for stream in RECORD.streams
    ]
    assert len(codes) == SOURCES
    assert sum(map(len, codes)) == len(set.union(*codes)) == RECORD.dossiers
