import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import bot.errors
import knowledge.errors
import storage.errors
from handlers.errors import UnknownLanguageError, UnknownPressError
from handlers.language import LOCALES, Language, Languages, later
from knowledge import plainness
from motcua.errors import MotcuaError

FLOORS = (bot.errors, knowledge.errors, storage.errors)
"""Imported so that their errors are known here."""

ROOT = Path(__file__).parents[2]
NAMES = Languages.shipped().names
BRACES = re.compile(r"\{(\w*)\}")


def _messages(name: str, domain: str = "messages") -> list[Message]:
    with (LOCALES / name / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return [message for message in read_po(file, locale=name) if message.id]


def _errors(root: type[MotcuaError]) -> Iterator[type[MotcuaError]]:
    """Every error class of the product; those that tests define for themselves are none of it."""
    yield root
    for error in root.__subclasses__():
        if not error.__module__.startswith("tests."):
            yield from _errors(error)


def _ids(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _written() -> Iterator[tuple[str, ...]]:
    """Every string of the code, as ``pybabel extract`` finds it with the options of locales/README.md."""
    keywords = {"say": None, "plural": (1, 2), "later": None}
    for floor in ("handlers", "bot"):
        for _, _, found, _, _ in extract_from_dir(ROOT / floor, [("**.py", "python")], keywords=keywords):
            yield (found,) if isinstance(found, str) else tuple(found)


@pytest.mark.parametrize("domain", ["messages", "errors"])
def test_every_vietnamese_template_is_plain(domain: str) -> None:
    file = LOCALES / "vi" / "LC_MESSAGES" / f"{domain}.po"
    assert [
        f"{file}:{message.lineno}: {fault.text}; {fault.mend}"
        for message in _messages("vi", domain)
        for text in _strings(message)
        for fault in plainness.faults(text)
    ] == []


def test_vietnamese_and_english_are_shipped() -> None:
    assert NAMES == ("en", "vi")


@pytest.mark.parametrize("name", NAMES)
def test_every_string_of_the_code_is_in_the_catalogue_and_nothing_else(name: str) -> None:
    catalogued = [_ids(message) for message in _messages(name)]

    assert set(catalogued) == set(_written())


@pytest.mark.parametrize("name", NAMES)
def test_every_string_is_translated_and_none_is_fuzzy(name: str) -> None:
    for message in _messages(name):
        assert all(_strings(message)), message.id
        assert not message.fuzzy, message.id


@pytest.mark.parametrize(("name", "domain"), [("en", "messages"), ("vi", "messages"), ("vi", "errors")])
def test_a_translation_names_the_details_of_its_message(name: str, domain: str) -> None:
    for message in _messages(name, domain):
        details = set(BRACES.findall(_ids(message)[-1]))
        for string in _strings(message):
            assert set(BRACES.findall(string)) == details, message.id


def test_english_is_what_the_code_says() -> None:
    assert all(_strings(message) == _ids(message) for message in _messages("en"))


@pytest.mark.parametrize("word", ["quý khách", "công dân", "vui lòng", "cơ quan có thẩm quyền", "  "])
def test_vietnamese_is_plain(word: str) -> None:
    assert not [message.id for message in _messages("vi") if word in " ".join(_strings(message)).lower()]


def test_details_are_put_in_and_numbers_choose_the_form(english: Language) -> None:
    assert english("Page {page}/{pages}", page=2, pages=3) == "Page 2/3"
    assert english.plural("{count} copy", "{count} copies", 1) == "1 copy"
    assert english.plural("{count} copy", "{count} copies", 2) == "2 copies"


def test_a_string_without_translation_is_said_as_it_is_written(say: Language) -> None:
    assert say(later("Nobody translated {this}"), this="that") == "Nobody translated that"


@pytest.mark.parametrize(
    ("name", "money", "day", "weekday", "clock"),
    [
        ("vi", "1.000.000\u00a0₫", "2/11/2026", "Thứ Hai, 2 tháng 11, 2026", "14:05, 2/11/2026"),
        ("en", "₫1,000,000", "02/11/2026", "Monday, 2 November 2026", "2:05\u202fpm, 02/11/2026"),
    ],
)
def test_money_and_days_are_written_as_the_language_does(
    name: str, money: str, day: str, weekday: str, clock: str
) -> None:
    say = Languages.shipped().of(name)

    assert say.money(1_000_000) == money
    assert say.day(date(2026, 11, 2)) == day
    assert say.weekday(date(2026, 11, 2)) == weekday
    assert say.clock(datetime(2026, 11, 2, 7, 5, tzinfo=UTC)) == clock


def test_a_moment_is_the_day_in_vietnam(say: Language) -> None:
    assert say.moment(datetime(2026, 11, 21, 17, 30, tzinfo=UTC)) == "22/11/2026"


def test_a_language_knows_its_own_name() -> None:
    assert [Languages.shipped().of(name).endonym for name in NAMES] == ["English", "Tiếng Việt"]


def test_an_error_is_told_by_its_template(english: Language) -> None:
    assert english.error(UnknownPressError(press="x")) == "This button is not known: x."


def test_every_error_of_ours_is_told_in_vietnamese(say: Language) -> None:
    """A new error class needs a line in ``handlers/locales/vi/LC_MESSAGES/errors.po``; an old line goes."""
    catalogued = {_ids(message)[0] for message in _messages("vi", "errors")}

    assert catalogued == {error.template() for error in _errors(MotcuaError)}
    assert say.error(UnknownPressError(press="x")) == "Không có nút này: x."


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(UnknownLanguageError, match="km"):
        Languages.shipped().of("km")
