"""The OAuth side: codes for consents, single-use refresh tokens, and access tokens that die."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

APP_ID, APP_SECRET, OA_SECRET, OA_ID = "360846524940903967", "app-secret", "oa-secret", "388613280878808645"

ACCESS_LIVES, CODE_LIVES, REFRESH_LIVES = timedelta(hours=25), timedelta(minutes=10), timedelta(days=90)


@dataclass
class Granting:
    """Tokens of one official account for one app. ``spent`` counts refresh tokens that came a second time."""

    clock: Callable[[], datetime]
    access: str = ""
    access_until: datetime = field(init=False)
    refreshed: int = 0
    spent: int = 0
    _codes: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    _refresh: dict[str, datetime] = field(default_factory=dict)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))

    def __post_init__(self) -> None:
        self.access_until = self.clock()

    def consent(self, challenge: str) -> str:
        """The owner agrees: a code for the callback."""
        code = f"code-{next(self._numbers)}"
        self._codes[code] = (challenge, self.clock() + CODE_LIVES)
        return code

    def first(self) -> tuple[str, str]:
        """A pair as if somebody had logged in: access and refresh token."""
        pair = self._pair()
        return pair["access_token"], pair["refresh_token"]

    def exchange(self, form: Mapping[str, str], secret: str) -> dict[str, str]:
        """What the token address answers; a refusal has no access token."""
        if form.get("app_id") != APP_ID:
            return _error(-14002, "Invalid appId")
        if secret != APP_SECRET:
            return _error(-14004, "Invalid app secret key")
        if form.get("grant_type") == "authorization_code":
            return self._for_code(form)
        return self._for_refresh(form.get("refresh_token", ""))

    def alive(self, token: str) -> int:
        """0 for a token that works, else the code of the refusal."""
        if token != self.access:
            return -216
        return 0 if self.clock() < self.access_until else -220

    def _for_code(self, form: Mapping[str, str]) -> dict[str, str]:
        challenge, until = self._codes.pop(form.get("code", ""), ("", self.clock()))
        made = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        if not challenge or self.clock() >= until:
            return _error(-14005, "Invalid authorization code")
        if urlsafe_b64encode(made).decode().rstrip("=") != challenge:
            return _error(-14006, "Invalid code verifier")
        return self._pair()

    def _for_refresh(self, token: str) -> dict[str, str]:
        until = self._refresh.pop(token, None)
        if until is None or self.clock() >= until:
            self.spent += 1
            return _error(-14014, "Invalid refresh token")
        self.refreshed += 1
        return self._pair()

    def _pair(self) -> dict[str, str]:
        number = next(self._numbers)
        self.access = f"access-{number}"
        self.access_until = self.clock() + ACCESS_LIVES
        self._refresh[f"refresh-{number}"] = self.clock() + REFRESH_LIVES
        return {
            "access_token": self.access,
            "refresh_token": f"refresh-{number}",
            "expires_in": str(int(ACCESS_LIVES.total_seconds())),
        }


def _error(code: int, text: str) -> dict[str, str]:
    """The number comes as a number; the type says text for the sake of the good answers."""
    return {"error": str(code), "error_name": text, "error_description": text}
