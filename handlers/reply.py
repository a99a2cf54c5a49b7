"""What is said, the same for every channel: blocks of plain text and rows of buttons.

No block holds markup: a channel escapes, splits and draws it within its own limits.
"""

from base64 import b64encode
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Base64Bytes, BaseModel, ConfigDict, Field


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Button(_Part):
    """A choice. ``press`` is an encoded press of at most 64 bytes."""

    label: str
    press: str


class Heading(_Part):
    """The name of what this reply is about."""

    kind: Literal["heading"] = "heading"
    text: str


class Paragraph(_Part):
    """A few sentences."""

    kind: Literal["paragraph"] = "paragraph"
    text: str


class Fact(_Part):
    """One fact under its label: "Lệ phí", "Miễn phí khi đăng ký đúng hạn"."""

    kind: Literal["fact"] = "fact"
    label: str
    text: str


class Bullets(_Part):
    """A short list, with a title or without."""

    kind: Literal["bullets"] = "bullets"
    title: str = ""
    items: tuple[str, ...]


class Item(_Part):
    """One paper of a checklist; pressing it ticks or unticks it."""

    label: str
    detail: str = ""
    ticked: bool
    press: str


class Checklist(_Part):
    """The papers of one person's case."""

    kind: Literal["checklist"] = "checklist"
    title: str
    items: tuple[Item, ...]


class Source(_Part):
    """Where the facts above come from, and when they were checked."""

    kind: Literal["source"] = "source"
    text: str


Block = Annotated[
    Heading | Paragraph | Fact | Bullets | Checklist | Source,
    Field(discriminator="kind"),
]


MediaType = Literal["image/png", "application/pdf", "text/calendar"]

HEAVIEST = 1024 * 1024
"""Bytes of one file."""


class File(_Part):
    """Something to take along: a picture is shown, anything else is opened and kept.

    ``content`` is at most 1 MB, the narrowest channel's limit for pictures (Zalo).
    """

    name: str
    media_type: MediaType
    content: Annotated[Base64Bytes, Field(max_length=HEAVIEST)]

    @classmethod
    def holding(cls, name: str, media_type: MediaType, content: bytes) -> Self:
        """A file of these bytes; making one by its fields takes them in base64."""
        return cls(name=name, media_type=media_type, content=b64encode(content))


class Wish(StrEnum):
    """What the person may share with a button of the channel's own, where it has one."""

    NOTHING = ""
    PHONE = "phone"
    SPOT = "spot"


class Reply(_Part):
    """One message to the person, with the files that go with it.

    Replies of one chat with the same non-empty ``key`` are one thing that changed: a channel that can
    edit replaces the earlier one in place.
    """

    blocks: tuple[Block, ...] = Field(min_length=1)
    buttons: tuple[tuple[Button, ...], ...] = ()
    key: str = ""
    files: tuple[File, ...] = ()
    wish: Wish = Wish.NOTHING
