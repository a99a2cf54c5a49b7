"""Languages of the conversation: what is said is written in English in the code and read from a catalogue.

``say("Fee")`` looks up one string, ``say.plural(one, many, count)`` one of two; both, and ``later("Fee")``,
are what ``pybabel extract`` collects (see ``locales/README.md``). Adding a language is adding a folder.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from typing import Self

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_currency

from handlers.errors import UnknownLanguageError
from motcua.clock import VIETNAM, in_vietnam
from motcua.errors import MotcuaError

LOCALES = Path(__file__).parent / "locales"
DEFAULT = "vi"

_REGIONS = {"en": "en_001"}
"""English as written outside America: 11/12 must be the eleventh of December in Vietnam."""


def later(text: str) -> str:
    """Mark a string for the catalogue where it cannot be said yet: in a table at the top of a module."""
    return text


class Language:
    """One language: its catalogue, and CLDR's way of writing dates and money."""

    def __init__(self, name: str, translations: GNUTranslations) -> None:
        self.name = name
        self._translations = translations
        self._locale = Locale.parse(_REGIONS.get(name, name))

    @property
    def endonym(self) -> str:
        """The language's name in itself: "Tiếng Việt"."""
        name = Locale.parse(self.name).get_display_name(self.name) or self.name
        return name[:1].upper() + name[1:]

    def __call__(self, text: str, **details: object) -> str:
        """Say it, with the details put where the braces are."""
        return self._translations.gettext(text).format(**details)

    def plural(self, one: str, many: str, count: int, **details: object) -> str:
        """Say it of one or of many; ``{count}`` is a detail too."""
        return self._translations.ngettext(one, many, count).format(count=count, **details)

    def error(self, error: MotcuaError) -> str:
        """An error of ours in this language, or in English where it has no translation."""
        return self(error.template(), **error.details)

    def day(self, day: date) -> str:
        """A day in figures, as on a receipt: ``22/11/2026``."""
        return format_skeleton("yMd", day, locale=self._locale)

    def weekday(self, day: date) -> str:
        """A day to keep: ``Thứ Hai, 23 tháng 11, 2026``."""
        return format_date(day, "full", locale=self._locale)

    def moment(self, at: datetime) -> str:
        """The day of a moment, as the calendar in Vietnam shows it."""
        return self.day(in_vietnam(at).date())

    def clock(self, at: datetime) -> str:
        """A moment soon: the hour and the day in Vietnam, ``14:05, 22/11/2026``."""
        local = in_vietnam(at)
        return f"{format_time(local, 'short', tzinfo=VIETNAM, locale=self._locale)}, {self.day(local.date())}"

    def money(self, amount: int) -> str:
        """An amount of đồng: ``1.000.000 ₫`` with a space that does not break."""
        return format_currency(amount, "VND", locale=self._locale)


class Languages:
    """All languages there is a catalogue for."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self._languages = MappingProxyType(dict(languages))

    @classmethod
    @cache
    def shipped(cls) -> Self:
        """The languages of ``handlers/locales``, read once."""
        folders = sorted(path for path in LOCALES.iterdir() if path.is_dir())
        return cls({folder.name: Language(folder.name, _translations(folder)) for folder in folders})

    @property
    def names(self) -> tuple[str, ...]:
        """Their ISO 639-1 names."""
        return tuple(self._languages)

    def of(self, name: str) -> Language:
        """One language by name; raises UnknownLanguageError."""
        try:
            return self._languages[name]
        except KeyError:
            raise UnknownLanguageError(language=name) from None


def _translations(folder: Path) -> GNUTranslations:
    """What is said, and behind it the errors where the language has them."""
    messages = _compiled(folder / "LC_MESSAGES" / "messages.po", folder.name)
    errors = folder / "LC_MESSAGES" / "errors.po"
    if errors.exists():
        messages.add_fallback(_compiled(errors, folder.name))
    return messages


def _compiled(path: Path, name: str) -> GNUTranslations:
    with path.open("rb") as file:
        catalog = read_po(file, locale=name)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return GNUTranslations(compiled)
