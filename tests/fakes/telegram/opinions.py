"""Two more opinions on every call, by people who are not us: aiogram's models, and teremok's rules."""

from collections.abc import Mapping
from typing import Any

from aiogram import Bot, methods
from pydantic import ValidationError
from teremok.validation import ApiRuleViolation, validate_method

_BOT = Bot("123456:a-token-of-a-fake")
_PREFIX = "Bad Request: "
_TOO_LONG = "message is too long"
_PLAIN = (str, int, float, list, dict)


def misfit(method: str, params: Mapping[str, Any]) -> str:
    """What aiogram's model finds wrong with a call; empty where it fits."""
    kind = getattr(methods, method[:1].upper() + method[1:], None)
    if kind is None:
        return f"{method} is no method of aiogram's"
    try:
        kind.model_validate(_plain(params))
    except ValidationError as error:
        return f"{method}: {error.errors()[0]['loc']}: {error.errors()[0]['msg']}"
    return ""


def refusal(method: str, params: Mapping[str, Any]) -> str:
    """The words in which teremok refuses a call that fits, as Telegram would; empty where it takes it.

    It counts markup as text, which Telegram does not: too long with markup in it is not its to say.
    """
    kind = getattr(methods, method[:1].upper() + method[1:])
    try:
        validate_method(_BOT, kind.model_validate(_plain(params)))
    except ApiRuleViolation as error:
        said = error.description.removeprefix(_PREFIX)
        marked = any(sign in str(params.get("text", "")) for sign in "<&")
        return "" if said == _TOO_LONG and marked else said
    return ""


def _plain(params: Mapping[str, Any]) -> dict[str, Any]:
    """Files that were sent along by their names."""
    return {name: value if isinstance(value, _PLAIN) else "attach://file" for name, value in params.items()}
