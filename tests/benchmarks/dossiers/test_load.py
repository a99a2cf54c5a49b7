from benchmarks.dossiers.load import HASHER, code, load
from storage import dossiers
from storage.database import Database


async def test_what_is_loaded_can_be_looked_up_with_its_history(database: Database) -> None:
    await load(database, range(5), steps=3)
    async with database.reading() as session:
        found = await dossiers.get(session, code(4))
        assert await dossiers.get(session, code(5)) is None
    assert found is not None
    assert len([step for step in found.steps if step.text]) == 3
    assert HASHER.layers == 1


def test_every_number_has_a_code_of_its_own() -> None:
    assert len({code(number) for number in range(0, 3_000_000, 9973)}) == len(range(0, 3_000_000, 9973))
