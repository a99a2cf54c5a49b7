"""Typed presses: what a button carries. Every kind declares its fields, and their widths bound its size.

A press stands on its own: a button of last month says all that is needed to answer it. It comes back from
outside, so it is checked like anything else that does.
"""

from enum import Enum
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic.fields import FieldInfo

from handlers.errors import PressDesignError, UnknownPressError

LIMIT = 64
"""Bytes that a button may carry: the narrowest channel's limit (Telegram)."""

_BETWEEN, _WITHIN = ":", ","


class Width(int):
    """The most bytes that a field takes when it is written."""


def _split(value: object) -> object:
    return tuple(filter(None, value.split(_WITHIN))) if isinstance(value, str) else value


_CODE = StringConstraints(pattern=r"^[1-9]\.[0-9]{6,9}$")

Code = Annotated[str, _CODE, Width(11)]
_SOME = tuple[Annotated[str, _CODE], ...]
Codes = Annotated[_SOME, Field(max_length=3), BeforeValidator(_split), Width(35)]
Quartet = Annotated[_SOME, Field(min_length=1, max_length=4), BeforeValidator(_split), Width(47)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{1,16}$"), Width(16)]
OptionalSlug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]{0,16}$"), Width(16)]
Number = Annotated[int, Field(ge=0, le=9_999_999_999), Width(10)]
Page = Annotated[int, Field(ge=0, le=999), Width(3)]
Flag = Annotated[int, Field(ge=0, le=1), Width(1)]


class Press(BaseModel):
    """Base of every kind: ``class Card(Press, prefix="c")`` with fields of the types above or of enums."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    prefix: ClassVar[str] = ""
    kinds: ClassVar[dict[str, type["Press"]]] = {}

    def __init_subclass__(cls, *, prefix: str, **kwargs: Any) -> None:
        """Take the prefix before pydantic sees it as an option of its own."""
        super().__init_subclass__(**kwargs)
        cls.prefix = prefix

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Refuse a kind whose prefix is no short word or is taken, or whose longest press would not fit."""
        super().__pydantic_init_subclass__(**kwargs)
        prefix = cls.prefix
        if not (prefix.isascii() and prefix.isalpha() and len(prefix) <= 2):
            raise PressDesignError(
                name=cls.__name__, reason=f"the prefix {prefix!r} is not one or two letters"
            )
        if prefix in Press.kinds:
            raise PressDesignError(name=cls.__name__, reason=f"the prefix {prefix!r} is taken")
        if cls.width() > LIMIT:
            raise PressDesignError(name=cls.__name__, reason=f"it may take {cls.width()} of {LIMIT} bytes")
        Press.kinds[prefix] = cls

    @classmethod
    def width(cls) -> int:
        """The most bytes that a press of this kind can take."""
        fields = cls.model_fields.items()
        return len(cls.prefix) + sum(len(_BETWEEN) + _width(cls, name, field) for name, field in fields)

    def encode(self) -> str:
        """Write it down. Defaults at the end are left out, so a kind may grow and old buttons still work."""
        fields = type(self).model_fields
        parts = [_written(getattr(self, name)) for name in fields]
        for field in reversed(fields.values()):
            if field.is_required() or parts[-1] != _written(field.default):
                break
            parts.pop()
        return _BETWEEN.join([self.prefix, *parts])


def decode(data: str) -> Press:
    """Read a button's data; raises UnknownPressError for whatever ``encode`` would not have written."""
    prefix, *parts = data.split(_BETWEEN)
    kind = Press.kinds.get(prefix)
    if kind is None:
        raise UnknownPressError(press=data[:LIMIT])
    try:
        press = kind.model_validate(dict(zip(kind.model_fields, parts, strict=False)))
    except ValidationError:
        raise UnknownPressError(press=data[:LIMIT]) from None
    if press.encode() != data:
        raise UnknownPressError(press=data[:LIMIT])
    return press


def _written(value: object) -> str:
    if isinstance(value, tuple):
        return _WITHIN.join(value)
    return str(value.value) if isinstance(value, Enum) else str(value)


def _width(kind: type[Press], name: str, field: FieldInfo) -> int:
    declared = next((mark for mark in field.metadata if isinstance(mark, Width)), None)
    if declared is not None:
        return declared
    if isinstance(field.annotation, type) and issubclass(field.annotation, Enum):
        return max(len(_written(member)) for member in field.annotation)
    raise PressDesignError(name=kind.__name__, reason=f"the field {name!r} has no known width")
