from datetime import UTC

from bot.library import Library as ShippedLibrary
from handlers.services import Library, Services
from knowledge.matching.match import Place
from knowledge.shelf import Shelf
from storage.database import Database
from tests.fakes.library import BIRTH, FakeLibrary
from tests.fakes.matcher import FakeMatcher
from tests.fakes.talk import HASHER


async def _is_a_library(library: Library) -> bool:
    """Both know the same of the same procedure, and of one that nobody holds."""
    found, gone = await library.find(BIRTH.code), await library.find("1.999999")
    return (
        found is not None
        and gone is None
        and library.known(BIRTH.code)
        and not library.known("1.999999")
        and library.label(BIRTH.code) == "Đăng ký khai sinh"
        and library.label("1.999999") == "1.999999"
        and BIRTH.code in {one.code for one in library.entries()}
    )


async def test_the_fake_library_is_like_the_one_that_ships(sqlite_database: Database) -> None:
    assert await _is_a_library(FakeLibrary())
    assert await _is_a_library(await ShippedLibrary.open(sqlite_database, Shelf.load()))


def test_a_deployment_without_a_home_speaks_vietnamese_and_keeps_universal_time() -> None:
    services = Services(library=FakeLibrary(), matcher=FakeMatcher(), hasher=HASHER)

    assert (services.home, services.language, services.absent) == (Place(), "vi", ())
    assert services.clock().tzinfo is UTC
