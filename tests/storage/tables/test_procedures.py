import pytest
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.tables import procedures
from tests.storage.tables.rows import NOW, fill

PROCEDURE = {
    "code": "1.001193",
    "name": "Đăng ký khai sinh",
    "fields": [],
    "levels": [],
    "scope": "nationwide",
    "province": "",
    "digest": "d",
    "facts": "{}",
    "imported_at": NOW,
}


async def test_a_code_names_one_procedure(database: Database) -> None:
    with pytest.raises(IntegrityError):
        await fill(database, (procedures, PROCEDURE), (procedures, PROCEDURE))
