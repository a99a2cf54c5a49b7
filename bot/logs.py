"""How the service writes its log: a line an event, as text or as JSON, and nothing of anybody in it."""

import json
import logging
import re
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Literal

from pydantic import SecretStr

from bot.settings import Settings
from motcua.errors import MotcuaError

Format = Literal["text", "json"]

OURS = ("bot", "handlers", "knowledge", "storage", "motcua")
"""Loggers that are heard from INFO on. All others may name addresses, texts and tokens below WARNING."""

HIDDEN = "•••"

_IN_ADDRESSES = re.compile(r"(?<=/bot)\d+:[A-Za-z0-9_-]+")
_PLAIN = (MotcuaError, OSError)
"""Errors whose own words are ours or the system's; whatever else fails may quote what somebody wrote."""

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def set_up(settings: Settings) -> None:
    """Write to the standard error as the settings say, from now on."""
    handler = logging.StreamHandler()
    handler.setFormatter(Lines(settings.log_format, secrets(settings)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.INFO)


def secrets(settings: Settings) -> list[str]:
    """Every secret of the settings, longest first."""
    given = (getattr(settings, name) for name in type(settings).model_fields)
    found = {one.get_secret_value() for one in given if isinstance(one, SecretStr)}
    return sorted(filter(None, found), key=len, reverse=True)


class Lines(logging.Formatter):
    """One line a record; only an error in text has its traceback below. Secrets are blotted out."""

    def __init__(self, form: Format, hidden: Iterable[str] = ()) -> None:
        super().__init__()
        self._form = form
        self._hidden = tuple(hidden)

    def format(self, record: logging.LogRecord) -> str:
        """The record as it is written."""
        facts = getattr(record, "facts", {})
        message = self._blotted(_said(record))
        error = self._blotted(_error(record.exc_info)) if record.exc_info else ""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        if self._form == "json":
            head = {"at": at, "level": record.levelname, "logger": record.name, "message": message}
            return json.dumps(head | facts | ({"error": error} if error else {}), ensure_ascii=False)
        told = "".join(f" {name}={value}" for name, value in facts.items())
        return f"{at} {record.levelname} {record.name} {message}{told}" + (f"\n{error}" if error else "")

    def _blotted(self, text: str) -> str:
        for secret in self._hidden:
            text = text.replace(secret, HIDDEN)
        return _IN_ADDRESSES.sub(HIDDEN, text)


def _said(record: logging.LogRecord) -> str:
    """What a record says; of others' records only the sentence, without what was put into it."""
    if record.name.split(".")[0] in OURS:
        return record.getMessage()
    return str(record.msg).split("\n", 1)[0]


def _error(raised: Raised) -> str:
    """Where it broke, and what, without the words of errors that may quote somebody."""
    kind, error, trace = raised
    if kind is None or error is None:
        return ""
    cause = error.__cause__
    before = _error((type(cause), cause, cause.__traceback__)) + "\n" if cause else ""
    words = f": {error}" if isinstance(error, _PLAIN) else ""
    return f"{before}{''.join(traceback.format_tb(trace))}{kind.__name__}{words}"
