"""Base of the value objects: frozen, closed to unknown names, NFC by construction."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

from motcua.text import clean, clean_line

Line = Annotated[str, AfterValidator(clean_line)]
"""Text on one line."""

Prose = Annotated[str, AfterValidator(clean)]
"""Text of several lines or paragraphs."""

Code = Annotated[str, StringConstraints(pattern=r"^[1-9]\.\d{6,9}$")]
"""A national procedure code such as ``1.001193``; a few of the portal's are longer than its own rule."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,16}$")]
"""A short name inside one guide; it travels in a button, so it is short and plain."""


class Value(BaseModel):
    """A frozen value that refuses names it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
