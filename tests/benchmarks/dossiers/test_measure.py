from benchmarks.dossiers.load import load
from benchmarks.dossiers.measure import changes, lookups
from storage.database import Database


async def test_no_notice_is_missing_or_doubled(database: Database) -> None:
    await load(database, range(300), steps=0)
    taken = await changes(database, 300, 3)
    assert taken.notices > 100
    assert (taken.notices_missing, taken.notices_doubled) == (0, 0)


async def test_look_ups_are_sorted_into_percentiles(sqlite_database: Database) -> None:
    await load(sqlite_database, range(10), steps=1)
    half, nearly_all = await lookups(sqlite_database, 10, 3)
    assert 0 < half <= nearly_all
