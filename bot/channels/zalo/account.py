"""The official account a deployment speaks for: who we are to Zalo, and under which addresses Zalo is."""

import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Self

from bot.channels.zalo.settings import ZaloSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """``secret`` asks for tokens, ``oa_secret`` signs events. No address ends in a slash."""

    app_id: str
    secret: str = field(repr=False)
    oa_secret: str = field(repr=False)
    proves: bool
    api: str
    business_api: str
    oauth: str

    @classmethod
    def of(cls, settings: ZaloSettings) -> Self | None:
        """As it is set; None where no app is."""
        if not settings.zalo_app_id or settings.zalo_app_secret is None:
            return None
        secret = settings.zalo_app_secret.get_secret_value()
        own = settings.zalo_oa_secret
        return cls(
            app_id=settings.zalo_app_id,
            secret=secret,
            oa_secret=own.get_secret_value() if own else secret,
            proves=settings.zalo_proof,
            api=settings.zalo_api.rstrip("/"),
            business_api=settings.zalo_business_api.rstrip("/"),
            oauth=settings.zalo_oauth.rstrip("/"),
        )

    def headers(self, token: str) -> dict[str, str]:
        """What a call with this token carries; never ``Authorization``."""
        if not self.proves:
            return {"access_token": token}
        proof = hmac.new(self.secret.encode(), token.encode(), hashlib.sha256).hexdigest()
        return {"access_token": token, "appsecret_proof": proof}
