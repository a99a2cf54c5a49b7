"""Zalo's Open API: every call with a fresh token, every refusal told by its code.

Refusals come with HTTP 200 and an ``error`` in the body. A token that has died is renewed once and the call
made once more. All ids are texts.
"""

import json
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from aiohttp import ClientError, ClientResponse, ClientSession, FormData

from bot.channels.zalo.account import Account
from bot.channels.zalo.codes import Remedy, refusal
from bot.errors import CallRefusedError, ChannelAwayError, RetryLaterError
from handlers.reply import File

log = logging.getLogger(__name__)

MINUTE: Final = 60.0
"""Seconds in which Zalo counts calls: 4,000 for an app."""

_LEFT = "X-RateLimit-Remain"
_SERVER_FAILED = 500

Data = Mapping[str, Any]


class Bearer(Protocol):
    """Where tokens come from; both raise GrantLostError or ChannelAwayError."""

    async def access(self) -> str:
        """A token that works."""
        ...

    async def renewed(self, stale: str) -> str:
        """The one that came after this one."""
        ...


class Api:
    """Calls for one official account."""

    def __init__(
        self,
        account: Account,
        tokens: Bearer,
        http: ClientSession,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        self._account = account
        self._tokens = tokens
        self._http = http
        self._seconds = seconds
        self._paused_until = 0.0

    async def get(self, path: str, **query: str) -> Data:
        """What the official account, or a person of it, is."""
        return await self._called("GET", self._account.api + path, params=query)

    async def post(self, path: str, body: Data) -> Data:
        """Do something for the official account."""
        return await self._called("POST", self._account.api + path, json=body)

    async def ask_business(self, path: str) -> Data:
        """What the interface for templates by phone tells."""
        return await self._called("GET", self._account.business_api + path)

    async def send_by_phone(self, body: Data) -> Data:
        """Send a template to a phone number."""
        return await self._called("POST", f"{self._account.business_api}/message/template", json=body)

    async def upload(self, kind: str, file: File) -> Data:
        """Lay a file down for seven days: ``image`` gives an ``attachment_id``, ``file`` a ``token``."""
        return await self._called("POST", f"{self._account.api}/v2.0/oa/upload/{kind}", file=file)

    async def _called(self, method: str, address: str, file: File | None = None, **given: Any) -> Data:
        if (wait := self._paused_until - self._seconds()) > 0:
            raise RetryLaterError(seconds=wait)
        token = await self._tokens.access()
        try:
            return await self._once(method, address, token, given | _form(file))
        except CallRefusedError as error:
            if refusal(error.code).remedy is not Remedy.RENEW:
                raise
        token = await self._tokens.renewed(token)
        return await self._once(method, address, token, given | _form(file))

    async def _once(self, method: str, address: str, token: str, given: Mapping[str, Any]) -> Data:
        headers = self._account.headers(token)
        try:
            async with self._http.request(method, address, headers=headers, **given) as response:
                body = await self._answer(response)
        except (ClientError, TimeoutError, ValueError) as error:
            raise ChannelAwayError(reason=type(error).__name__) from None
        if code := int(body.get("error") or 0):
            self._note(code)
            raise CallRefusedError(code=code, meaning=refusal(code).meaning)
        found = body.get("data")
        return found if isinstance(found, Mapping) else {"items": found}

    async def _answer(self, response: ClientResponse) -> Data:
        if response.headers.get(_LEFT) == "0":
            self._pause()
        if response.status >= _SERVER_FAILED:
            raise ChannelAwayError(reason=f"HTTP {response.status}")
        body = json.loads(await response.read())
        if not isinstance(body, Mapping):
            raise ChannelAwayError(reason="no object came")
        return body

    def _note(self, code: int) -> None:
        if refusal(code).remedy is Remedy.SLOWLY:
            self._pause()

    def _pause(self) -> None:
        """Nothing more for this minute, whoever asks: the allowance is the app's."""
        self._paused_until = self._seconds() + MINUTE
        log.warning("the calls to Zalo are used up; they go on in %s seconds", MINUTE)


def _form(file: File | None) -> dict[str, FormData]:
    """The file as a form, made anew for each try: a form can be sent once."""
    if file is None:
        return {}
    form = FormData()
    form.add_field("file", file.content, filename=file.name, content_type=file.media_type)
    return {"data": form}
