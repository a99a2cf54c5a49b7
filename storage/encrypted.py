"""Columns that are encrypted on the way in and decrypted on the way out, by the cipher of their database."""

import json
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import JSON, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from storage.cipher import Cipher
from storage.errors import NoCipherError

_CIPHERS: WeakKeyDictionary[Dialect, Cipher] = WeakKeyDictionary()
"""By dialect, which each engine has for itself: all that a column's type is told of where it is used."""


def entrust(dialect: Dialect, cipher: Cipher) -> None:
    """Have the columns of one engine use a cipher."""
    _CIPHERS[dialect] = cipher


def _cipher(dialect: Dialect) -> Cipher:
    try:
        return _CIPHERS[dialect]
    except KeyError:
        raise NoCipherError from None


class Encrypted(TypeDecorator[str]):
    """A text. ``purpose`` names the column: what stands in another one does not open here."""

    impl = Text
    cache_ok = True

    def __init__(self, purpose: str) -> None:
        super().__init__()
        self.purpose = purpose

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Close it."""
        return _cipher(dialect).encrypt(value, self.purpose) if value else value

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Open it."""
        return _cipher(dialect).decrypt(value, self.purpose) if value else value


class EncryptedJson(TypeDecorator[Any]):
    """A value of JSON, kept as a text in it; an empty list or object stands as it is."""

    impl = JSON
    cache_ok = True

    def __init__(self, purpose: str) -> None:
        super().__init__(none_as_null=True)
        self.purpose = purpose

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Close it."""
        if not value:
            return value
        return _cipher(dialect).encrypt(json.dumps(value, ensure_ascii=False), self.purpose)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Open it."""
        return json.loads(_cipher(dialect).decrypt(value, self.purpose)) if isinstance(value, str) else value
