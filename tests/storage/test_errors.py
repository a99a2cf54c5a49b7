import pytest

from motcua.errors import MotcuaError
from storage.errors import StorageError

DETAILS = {
    "url": "postgresql://host/base",
    "reason": "refused",
    "found": "0009",
    "length": 3,
    "least": 16,
    "name": "H99",
}


@pytest.mark.parametrize("error", [StorageError, *StorageError.__subclasses__()])
def test_every_error_is_one_readable_sentence_or_two(error: type[MotcuaError]) -> None:
    said = str(error(**DETAILS))
    assert issubclass(error, StorageError)
    assert said.endswith(".")
    assert "{" not in said
    assert "\n" not in said
