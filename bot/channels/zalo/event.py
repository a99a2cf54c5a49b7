"""What Zalo tells us, read with patience: whatever is missing or of another shape is simply not there."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Self

from bot.channels.zalo.peer import Peer


@dataclass(frozen=True, slots=True)
class Event:
    """One event. All ids are texts, also where Zalo wrote a number."""

    raw: Mapping[str, Any]
    digest: str

    @classmethod
    def read(cls, body: bytes) -> Self | None:
        """The event of a body; None for what is no event, as the test post ``{}`` is none."""
        try:
            raw = json.loads(body)
        except ValueError:
            return None
        if not isinstance(raw, Mapping) or not raw.get("event_name"):
            return None
        return cls(raw, sha256(body).hexdigest()[:40])

    @property
    def name(self) -> str:
        """What happened."""
        return self.text("event_name")

    @property
    def ours(self) -> bool:
        """Whether the account speaks, or somebody for it, and the other side is the recipient."""
        return self.name.startswith("oa_") or self.name in ("user_seen_message", "user_received_message")

    @property
    def id(self) -> str:
        """What makes a repeated delivery harmless: the message's own id, else a digest of the whole."""
        return self.text("message", "msg_id") or self.digest

    @property
    def account(self) -> str:
        """Which official account it is about; empty where it does not say."""
        side = "sender" if self.ours else "recipient"
        return self.text("oa_id") or self.text(side, "id")

    @property
    def peer(self) -> Peer | None:
        """Whom it is about; None for events of no single person."""
        side = "recipient" if self.ours else "sender"
        person = self.text(side, "id") or self.text("follower", "id") or self.text("user_id")
        if not person or self.text("group_id"):
            return None
        return Peer(person, self.text("message", "conversation_id") if "anonymous" in self.name else "")

    @property
    def attachment(self) -> Mapping[str, Any]:
        """What the first attachment holds."""
        found = self.at("message", "attachments")
        first = found[0] if isinstance(found, list) and found else None
        payload = first.get("payload") if isinstance(first, Mapping) else None
        return payload if isinstance(payload, Mapping) else {}

    def at(self, *path: str) -> object:
        """What stands under these names; None where nothing does."""
        found: object = self.raw
        for name in path:
            found = found.get(name) if isinstance(found, Mapping) else None
        return found

    def text(self, *path: str) -> str:
        """The same as a text; empty for what is none."""
        found = self.at(*path)
        return str(found) if isinstance(found, str | int | float) and not isinstance(found, bool) else ""
