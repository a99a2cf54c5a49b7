"""What the Zalo Bot Platform tells us, as far as we read it. Whatever else an event holds is left alone."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

Raw = Mapping[str, Any]

GROUP = "GROUP"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", coerce_numbers_to_str=True)


class Person(_Part):
    """Somebody who writes, a bot included."""

    is_bot: bool = False


class Chat(_Part):
    """Where it was written: ``PRIVATE`` or ``GROUP``."""

    id: str
    chat_type: str = ""


class Said(_Part):
    """A message; its id is how a repeated delivery is known."""

    message_id: str
    chat: Chat
    sender: Person = Field(default=Person(), alias="from")
    text: str = ""
    caption: str = ""
    photo: object = None
    photo_url: object = None

    @property
    def picture(self) -> str:
        """Where a picture lies, told under either name; empty where there is none."""
        return next((one for one in (self.photo_url, self.photo) if isinstance(one, str)), "")


class Event(_Part):
    """One event, such as ``message.text.received``."""

    event_name: str = ""
    message: Said | None = None

    @classmethod
    def read(cls, raw: Raw) -> Self | None:
        """The event, in its envelope or bare; None where it cannot be read."""
        inner = raw.get("result", raw)
        try:
            return cls.model_validate(inner)
        except ValidationError:
            return None
