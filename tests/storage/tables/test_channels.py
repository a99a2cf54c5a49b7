import pytest
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.tables import grants, presences
from tests.storage.tables.rows import CHAT, NOW, fill

GRANT = {
    "name": "zalo",
    "account": "388",
    "access": "a",
    "refresh": "r",
    "access_until": NOW,
    "refresh_until": NOW,
    "renewed_at": NOW,
}


async def test_a_chat_is_present_once(database: Database) -> None:
    row = {**CHAT, "spoke_at": NOW}
    with pytest.raises(IntegrityError):
        await fill(database, (presences, row), (presences, row))


async def test_an_account_has_one_pair_of_tokens(database: Database) -> None:
    with pytest.raises(IntegrityError):
        await fill(database, (grants, GRANT), (grants, GRANT))
