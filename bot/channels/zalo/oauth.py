"""OAuth v4 of Zalo with PKCE: the consent's address, a first pair of tokens, and the next pair for each."""

import hashlib
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from aiohttp import ClientError, ClientSession

from bot.channels.zalo.account import Account
from bot.errors import ChannelAwayError, LoginRefusedError

REFRESH_LIVES = timedelta(days=90)
"""How long a refresh token can be used, once. Zalo says three months and does not tell the day."""

_SERVER_FAILED = 500
_ACCESS_LIVES = 90_000
"""Seconds, where Zalo does not tell them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """What Zalo gives; ``lives`` is how long the access token does."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    lives: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One wish for the owner's consent: the address to open, and the secret that proves it was ours."""

    address: str
    state: str
    verifier: str = field(repr=False)


def consent(account: Account, callback: str) -> Consent:
    """A new wish."""
    verifier, state = secrets.token_urlsafe(32), secrets.token_urlsafe(12)
    query = {
        "app_id": account.app_id,
        "redirect_uri": callback,
        "code_challenge": challenge(verifier),
        "state": state,
    }
    return Consent(
        address=f"{account.oauth}/v4/oa/permission?{urlencode(query)}", state=state, verifier=verifier
    )


def challenge(verifier: str) -> str:
    """What is shown of the verifier before it is used."""
    return urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


class OAuth:
    """Asks for tokens. A code lives ten minutes and works once, a refresh token works once."""

    def __init__(self, account: Account, http: ClientSession) -> None:
        self._account = account
        self._http = http

    async def first(self, code: str, verifier: str) -> Pair:
        """The pair for a code; raises LoginRefusedError or ChannelAwayError."""
        return await self._asked(grant_type="authorization_code", code=code, code_verifier=verifier)

    async def next(self, refresh: str) -> Pair:
        """The pair for a refresh token, which is spent by it; raises the same."""
        return await self._asked(grant_type="refresh_token", refresh_token=refresh)

    async def _asked(self, **form: str) -> Pair:
        try:
            answer = await self._posted(form | {"app_id": self._account.app_id})
        except (ClientError, TimeoutError, ValueError) as error:
            raise ChannelAwayError(reason=type(error).__name__) from None
        if not isinstance(answer, Mapping) or not answer.get("access_token"):
            raise LoginRefusedError(reason=_reason(answer))
        return Pair(
            access=str(answer["access_token"]),
            refresh=str(answer.get("refresh_token", "")),
            lives=timedelta(seconds=int(answer.get("expires_in") or _ACCESS_LIVES)),
        )

    async def _posted(self, form: Mapping[str, str]) -> Any:
        address = f"{self._account.oauth}/v4/oa/access_token"
        headers = {"secret_key": self._account.secret}
        async with self._http.post(address, data=form, headers=headers) as response:
            if response.status >= _SERVER_FAILED:
                raise ChannelAwayError(reason=f"HTTP {response.status}")
            return await response.json(content_type=None)


def _reason(answer: object) -> str:
    """What Zalo says of a refusal; the shape for a spent token is nowhere written down."""
    said = answer if isinstance(answer, Mapping) else {}
    words = (said.get(name) for name in ("error", "error_name", "error_description", "message"))
    return " ".join(str(word) for word in words if word) or "no token came"
