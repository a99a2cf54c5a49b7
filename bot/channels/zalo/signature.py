"""Whether an event really comes from Zalo: a plain SHA-256 over app, raw body, time and secret, no HMAC."""

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping

from bot.channels.zalo.account import Account

HEADER, TIME_HEADER = "X-ZEvent-Signature", "X-ZEvent-Timestamp"
_PREFIX = "mac="


def signed(account: Account, raw: bytes, headers: Mapping[str, str]) -> bool:
    """Whether the signature fits. The time is the header's or the body's: both are seen."""
    got = headers.get(HEADER, "").strip().removeprefix(_PREFIX).strip().lower().encode()
    fits = [
        hmac.compare_digest(got, mac(account, raw, time).encode())
        for time in (headers.get(TIME_HEADER, ""), *_times(raw))
        if time
    ]
    return any(fits)


def mac(account: Account, raw: bytes, time: str) -> str:
    """The signature of this body at this time, in hexadecimal."""
    parts = (account.app_id.encode(), raw, time.encode(), account.oa_secret.encode())
    return hashlib.sha256(b"".join(parts)).hexdigest()


def _times(raw: bytes) -> Iterator[str]:
    try:
        body = json.loads(raw)
    except ValueError:
        return
    if isinstance(body, dict) and isinstance(body.get("timestamp"), str | int):
        yield str(body["timestamp"])
