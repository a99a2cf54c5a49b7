"""Keyed hashes: what is compared but must not be readable, not even by whoever steals the database."""

import hmac
from hashlib import sha256
from typing import Final

from storage.errors import WeakKeyError

LEAST: Final = 16
"""Bytes a key must have."""


class KeyedHash:
    """HMAC-SHA256 under one secret key. Four digits hashed without a key would be guessed in a blink."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        """Raises WeakKeyError for a key shorter than LEAST bytes."""
        if len(key) < LEAST:
            raise WeakKeyError(length=len(key), least=LEAST)
        self._key = key

    def digest(self, purpose: str, *parts: str) -> str:
        """The hash of the parts for one purpose, as 64 hexadecimal digits.

        Lengths are hashed along, so ("ab", "c") and ("a", "bc") differ.
        """
        message = "".join(f"{len(part)}:{part}" for part in (purpose, *parts))
        return hmac.new(self._key, message.encode(), sha256).hexdigest()
