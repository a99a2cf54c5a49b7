import re

import pytest

from bot.web import words
from bot.web.assets import PAGE
from handlers.language import Languages

SCRIPTS = "".join(path.read_text(encoding="utf-8") for path in (PAGE / "js").glob("*.js"))
FRAME = (PAGE / "index.html").read_text(encoding="utf-8")
FILLED_BY_THE_PAGE = {"assets", "buttons", "data", "scripts"}


def test_the_frame_uses_every_word_and_no_other() -> None:
    used = set(re.findall(r"\$(\w+)", FRAME)) - FILLED_BY_THE_PAGE
    assert used == set(words.frame(Languages.shipped().of("vi")))


def test_the_scripts_use_every_word_and_no_other() -> None:
    used = set(re.findall(r"\bwords\.(\w+)", SCRIPTS))
    assert used == set(words.live(Languages.shipped().of("vi")))


def test_no_citizen_reads_a_sentence_of_the_code() -> None:
    assert not re.search(r'"[A-ZĐ][a-zà-ỹ]+ [a-zà-ỹ]', re.sub(r"new Error\([^)]*\)", "", SCRIPTS))


@pytest.mark.parametrize("language", Languages.shipped().names)
def test_a_suggestion_fits_a_phone(language: str) -> None:
    suggestions = words.suggestions(Languages.shipped().of(language))
    assert len(set(suggestions)) == 4
    assert max(map(len, suggestions)) <= 40
