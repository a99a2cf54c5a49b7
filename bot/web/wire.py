"""What goes over the wire between the page and the service, in both directions."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from handlers.press import LIMIT as PRESS_LIMIT
from handlers.reply import Reply

BODY_LIMIT = 16 * 1024
"""Bytes of one line from the page: 2,000 characters at their widest, and room for the rest."""

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]

EventId = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z-]{8,64}$")]


class Line(BaseModel):
    """What the page sends: a text, a press or a spot; its event id makes sending it again harmless."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    event: EventId
    text: str = ""
    press: str = Field(default="", max_length=PRESS_LIMIT)
    spot: tuple[Latitude, Longitude] | None = None

    @model_validator(mode="after")
    def _one_of_three(self) -> Self:
        if [bool(self.text), bool(self.press), self.spot is not None].count(True) != 1:
            raise ValueError("a text, a press or a spot")
        return self


class Seen(BaseModel):
    """What the page asks with: the last reply it has, and how long it is ready to wait for the next."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    after: int = Field(default=0, ge=0, le=2**63 - 1)
    held: int = Field(default=0, ge=0, le=25)


class _Word(BaseModel):
    model_config = ConfigDict(frozen=True)


class Taken(_Word):
    """The line is safe with the service."""

    kind: Literal["taken"] = "taken"
    event: str


class Refused(_Word):
    """The line was not taken; ``text`` tells the person why, ``status`` is HTTP's word for it."""

    kind: Literal["refused"] = "refused"
    event: str
    text: str
    status: int = Field(exclude=True)


class Attached(_Word):
    """A file of a reply: where this browser fetches it, and whether it is a picture to show."""

    name: str
    address: str
    shown: bool


class Replied(_Word):
    """A reply; ``id`` grows within a chat. Its files come apart from it, when the browser asks for them."""

    kind: Literal["reply"] = "reply"
    id: int
    reply: Reply
    files: tuple[Attached, ...] = ()


class Said(_Word):
    """A line said earlier, as it is to be shown again; of a picture or a spot only that it was sent."""

    kind: Literal["said"] = "said"
    event: str
    text: str
    sent: Literal["", "picture", "location"] = ""
