"""How a call goes wrong, in the words of the real server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """An answer other than the wished one. ``cut`` breaks the connection, ``taken`` after doing the work."""

    code: int = 500
    text: str = "Internal Server Error"
    retry_after: int = 0
    migrate_to: int = 0
    cut: bool = False
    taken: bool = False

    @property
    def body(self) -> dict[str, object]:
        """What the server writes."""
        parameters: dict[str, int] = {}
        if self.retry_after:
            parameters["retry_after"] = self.retry_after
        if self.migrate_to:
            parameters["migrate_to_chat_id"] = self.migrate_to
        more = {"parameters": parameters} if parameters else {}
        return {"ok": False, "error_code": self.code, "description": self.text, **more}


class RefusedError(Exception):
    """The call ends with this fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.text)
        self.fault = fault


def bad(text: str) -> RefusedError:
    """A call that Telegram does not take as it is."""
    return RefusedError(Fault(code=400, text=f"Bad Request: {text}"))


def flood(seconds: int) -> Fault:
    """Too many messages."""
    text = f"Too Many Requests: retry after {seconds}"
    return Fault(code=429, text=text, retry_after=seconds)


BLOCKED = Fault(code=403, text="Forbidden: bot was blocked by the user")
UNAUTHORIZED = Fault(code=401, text="Unauthorized")
UNKNOWN_METHOD = Fault(code=404, text="Not Found: method not found")
OTHER_POLLER = Fault(
    code=409,
    text="Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
)
WEBHOOK_ACTIVE = Fault(
    code=409,
    text="Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first",
)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def moved(to: int) -> Fault:
    """A group that became a supergroup."""
    text = "Bad Request: group chat was upgraded to a supergroup chat"
    return Fault(code=400, text=text, migrate_to=to)
