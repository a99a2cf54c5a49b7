"""What must be read again, but not by whoever steals the database: encrypted under the deployment's key."""

import os
import re
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Sequence
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.errors import CipherKeyError, WeakKeyError
from storage.keyed_hash import LEAST

_NONCE: Final = 12
"""Bytes drawn anew for each text: safe for some four thousand million texts of one key."""

_MARKED: Final = re.compile(r"aes:([0-9a-f]{8}):([A-Za-z0-9+/=]*)")


class Cipher:
    """AES-256-GCM. What a former key closed still opens; all that is written is closed with the present one.

    An encrypted text names its key, so that several live side by side while one is replaced. Its purpose is
    authenticated along: a text moved to another column does not open. An empty text stays empty, and a text
    that was never encrypted reads as it stands.
    """

    __slots__ = ("_keys", "mark")

    def __init__(self, key: bytes, former: Sequence[bytes] = ()) -> None:
        """``former`` keys go from the oldest on. Raises WeakKeyError for one shorter than LEAST bytes."""
        self._keys: dict[str, AESGCM] = {}
        for one in (*former, key):
            if len(one) < LEAST:
                raise WeakKeyError(length=len(one), least=LEAST)
            name = _derived(one, "name", 4).hex()
            self._keys[name] = AESGCM(_derived(one, "key", 32))
        self.mark = f"aes:{name}:"
        """What all begins with that the present key closed."""

    def encrypt(self, text: str, purpose: str) -> str:
        """The text closed with the present key."""
        if not text:
            return ""
        nonce = os.urandom(_NONCE)
        closed = self._keys[self.mark[4:-1]].encrypt(nonce, text.encode(), purpose.encode())
        return self.mark + b64encode(nonce + closed).decode()

    def decrypt(self, text: str, purpose: str) -> str:
        """The text as it was written; raises CipherKeyError where none of the keys opens it."""
        marked = _MARKED.fullmatch(text)
        if marked is None:
            return text
        try:
            closed = b64decode(marked[2])
            opened = self._keys[marked[1]].decrypt(closed[:_NONCE], closed[_NONCE:], purpose.encode())
        except (KeyError, InvalidTag, Error, ValueError):
            raise CipherKeyError from None
        return opened.decode()


def _derived(key: bytes, use: str, length: int) -> bytes:
    """Keys of their own for each use: the keyed hashes and the cipher share only where they come from."""
    made = HKDF(algorithm=SHA256(), length=length, salt=None, info=f"motcua cipher {use}".encode())
    return made.derive(key)
