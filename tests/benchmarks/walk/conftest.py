"""Vietnamese to say things in."""

import pytest

from handlers.language import Language, Languages


@pytest.fixture
def say() -> Language:
    return Languages.shipped().of("vi")
