"""Keyed hashes: what is compared but must not be readable, not even by whoever steals the database."""

import hmac
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from storage.errors import WeakKeyError

LEAST: Final = 16
"""Bytes a key must have."""


class KeyedHash:
    """HMAC-SHA256 under secret keys. Four digits hashed without a key would be guessed in a blink.

    After a rotation a hash has one layer more: the newest key over what the former keys made. What was
    hashed before is carried over without knowing what it hides, and a former key that leaks opens nothing.
    """

    __slots__ = ("_keys",)

    def __init__(self, key: bytes, former: Sequence[bytes] = ()) -> None:
        """``former`` keys go from the oldest on. Raises WeakKeyError for one shorter than LEAST bytes."""
        self._keys = (*former, key)
        for one in self._keys:
            if len(one) < LEAST:
                raise WeakKeyError(length=len(one), least=LEAST)

    @property
    def layers(self) -> int:
        """How many keys a hash of today goes through."""
        return len(self._keys)

    def digest(self, purpose: str, *parts: str, layers: int | None = None) -> str:
        """The hash of the parts for one purpose, as 64 hexadecimal digits.

        Lengths are hashed along, so ("ab", "c") and ("a", "bc") differ. ``layers`` asks for the hash as
        it was made when there were only so many keys.
        """
        message = "".join(f"{len(part)}:{part}" for part in (purpose, *parts))
        first, *others = self._keys[:layers]
        made = hmac.new(first, message.encode(), sha256).hexdigest()
        return _wrapped(made, others)

    def carried(self, made: str, layers: int) -> str:
        """A hash of so many layers under all the newer keys too; an empty one stays empty."""
        return _wrapped(made, self._keys[layers:]) if made else ""


def _wrapped(made: str, keys: Sequence[bytes]) -> str:
    for key in keys:
        made = hmac.new(key, made.encode(), sha256).hexdigest()
    return made
