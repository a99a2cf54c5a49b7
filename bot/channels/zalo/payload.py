"""What a button carries: Zalo brings it back as if it were typed, so ours are told apart by a signature.

``#m:<signature>:<press>``. The signature is bound to the chat; it proves only that we wrote it, the press
itself is checked like any other.
"""

import hmac
from base64 import b32encode
from collections.abc import Iterable, Sequence
from hashlib import sha256

MARK = "#m:"
FORGED = "?"
"""A press that nobody wrote: whoever sends it is told that the button is old."""

_SIGNS = 10
_PURPOSE = b"zalo button "


class Payloads:
    """Signs with the present key and knows what former ones signed."""

    def __init__(self, key: bytes, former: Iterable[bytes] = ()) -> None:
        self._keys: Sequence[bytes] = (key, *former)

    def write(self, chat: str, press: str) -> str:
        """What a button of this chat carries."""
        return f"{MARK}{_signature(self._keys[0], chat, press)}:{press}"

    def read(self, chat: str, text: str) -> str:
        """The press of a line; empty where it is no button's, ``FORGED`` where it only looks like one."""
        if not text.startswith(MARK):
            return ""
        signature, _, press = text.removeprefix(MARK).partition(":")
        got = signature.encode()
        known = [hmac.compare_digest(got, _signature(key, chat, press).encode()) for key in self._keys]
        return press if any(known) else FORGED


def _signature(key: bytes, chat: str, press: str) -> str:
    digest = hmac.new(key, _PURPOSE + f"{chat} {press}".encode(), sha256).digest()
    return b32encode(digest).decode()[:_SIGNS].lower()
