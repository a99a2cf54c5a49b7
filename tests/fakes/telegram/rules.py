"""Telegram's rules that its description says only in prose, with the words in which it refuses."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from tests.fakes.telegram.files import FIELDS, Sent

TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote", "span"}
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


class _Visible(HTMLParser):
    """What is left to read, and which tag was wrong."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.fault = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._open.append(tag)
        if tag not in TAGS:
            self.fault = self.fault or f'Unsupported start tag "{tag}"'

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.fault = self.fault or f'Unexpected end tag "{tag}"'

    def handle_data(self, data: str) -> None:
        self.text += data

    def end(self) -> None:
        self.close()
        if self._open:
            self.fault = self.fault or f'Can\'t find end tag corresponding to start tag "{self._open[-1]}"'


def visible(html: str) -> tuple[str, str]:
    """The text without markup, and what is wrong with the markup."""
    reader = _Visible()
    reader.feed(html)
    reader.end()
    return reader.text, reader.fault


def refusal(params: Mapping[str, Any]) -> str:
    """Telegram's words against a call; empty where it takes it."""
    return next(_refusals(params), "")


def _refusals(params: Mapping[str, Any]) -> Iterator[str]:
    if "text" in params and "callback_query_id" not in params:
        yield from _text(params)
    yield from _file(params)
    yield from _keyboard(params.get("reply_markup") or {})
    for command in params.get("commands", ()):
        if not _COMMAND.fullmatch(command["command"]):
            yield "BOT_COMMAND_INVALID"
        if not 1 <= len(command["description"]) <= 256:
            yield "BOT_COMMAND_DESCRIPTION_INVALID"
    if len(params.get("description", "")) > 512 or len(params.get("short_description", "")) > 120:
        yield "description is too long"


def _text(params: Mapping[str, Any]) -> Iterator[str]:
    text, fault = visible(params["text"]) if params.get("parse_mode") == "HTML" else (params["text"], "")
    if fault:
        yield f"can't parse entities: {fault}"
    if not text.strip():
        yield "message text is empty"
    if len(text.encode("utf-16-le")) // 2 > 4096:
        yield "message is too long"


def _file(params: Mapping[str, Any]) -> Iterator[str]:
    for name in FIELDS:
        if isinstance(params.get(name), Sent) and not params[name].content:
            yield "file must be non-empty"
    if len(params.get("caption", "").encode("utf-16-le")) // 2 > 1024:
        yield "message caption is too long"


def _keyboard(markup: Mapping[str, Any]) -> Iterator[str]:
    rows = markup.get("inline_keyboard", ())
    buttons = [button for row in rows for button in row]
    if len(buttons) > 100 or any(len(row) > 8 for row in rows):
        yield "reply markup is too long"
    for button in buttons:
        actions = button.keys() - {"text", "style", "icon_custom_emoji_id"}
        if len(actions) != 1:
            yield (
                "BUTTON_TYPE_INVALID"
                if actions
                else "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
            )
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= 64:
            yield "BUTTON_DATA_INVALID"
