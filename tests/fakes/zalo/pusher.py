"""Brings events to the webhook as Zalo does: signed, and again where nobody could be reached."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from aiohttp import ClientError, ClientSession

from tests.fakes.zalo.granting import APP_ID, OA_SECRET

SECONDS = 2.0
RETRIES = 5
RETRY = 0.02
"""Seconds between tries; the real ones are 30 s, 5, 15, 30 and 60 minutes."""


@dataclass
class Pusher:
    """``answers`` are the states that came back, ``slowest`` the longest wait for one in seconds."""

    webhook: str = ""
    answers: list[int] = field(default_factory=list)
    slowest: float = 0.0
    unsubscribed: bool = False

    async def push(self, event: dict[str, Any], **changed: Any) -> int:
        """Bring one event; see ``headers`` for what can be changed about its signature."""
        return await self.bring(json.dumps(event, ensure_ascii=False).encode(), event, **changed)

    async def bring(self, raw: bytes, event: dict[str, Any], **changed: Any) -> int:
        """The same with the body as it goes over the wire."""
        headers = signed(raw, str(event.get("timestamp", "")), **changed)
        for number in range(RETRIES + 1):
            status = await self._posted(raw, headers | ({"num_retry": str(number)} if number else {}))
            if status:
                self.answers.append(status)
                return status
            await asyncio.sleep(RETRY)
        self.unsubscribed = True
        return 0

    async def _posted(self, raw: bytes, headers: dict[str, str]) -> int:
        began = time.monotonic()
        try:
            async with ClientSession() as http, http.post(self.webhook, data=raw, headers=headers) as answer:
                return answer.status
        except ClientError:
            return 0
        finally:
            self.slowest = max(self.slowest, time.monotonic() - began)


def signed(
    raw: bytes,
    timestamp: str,
    *,
    prefix: str = "mac=",
    header_time: str = "",
    secret: str = OA_SECRET,
    app: str = APP_ID,
) -> dict[str, str]:
    """The headers of an event: time in the header where one is given, else in the body only."""
    when = header_time or timestamp
    mac = sha256(app.encode() + raw + when.encode() + secret.encode()).hexdigest()
    headers = {"Content-Type": "application/json", "X-ZEvent-Signature": f"{prefix}{mac}"}
    return headers | ({"X-ZEvent-Timestamp": header_time} if header_time else {})
