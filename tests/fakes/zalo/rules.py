"""What Zalo takes in a consultation message, and with which code it refuses the rest."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from tests.fakes.zalo.faults import bad

TEXT, BUTTONS, TITLE, SUBTITLE, PAYLOAD = 2000, 5, 100, 500, 1000
KINDS = ("oa.query.show", "oa.query.hide", "oa.open.url", "oa.open.phone", "oa.open.sms")

Body = Mapping[str, Any]


def check(message: Body, assets: Mapping[str, str]) -> None:
    """Raise RefusedError for a message that Zalo would not take; ``assets`` are what was uploaded."""
    text, attachment = message.get("text"), message.get("attachment")
    if not text and not attachment:
        raise bad(-201, "message is invalid")
    if text is not None and len(unicodedata.normalize("NFC", text)) > TEXT:
        raise bad(-210, "text is over limit")
    if attachment:
        _attachment(attachment, assets)


def _attachment(attachment: Body, assets: Mapping[str, str]) -> None:
    kind, payload = attachment.get("type"), attachment.get("payload")
    if not isinstance(payload, Mapping):
        raise bad(-201, "payload is invalid")
    if kind == "file":
        _laid(assets, str(payload.get("token")), "file")
    elif kind != "template":
        raise bad(-201, "attachment type is invalid")
    elif payload.get("template_type") in ("media", "request_user_info", "list"):
        _elements(payload, assets)
    elif "template_type" in payload:
        raise bad(-233, "template type is not supported")
    for button in _buttons(payload):
        _button(button)


def _elements(payload: Body, assets: Mapping[str, str]) -> None:
    elements = payload.get("elements") or []
    most = 5 if payload["template_type"] == "list" else 1
    if not 1 <= len(elements) <= most:
        raise bad(-201, "elements is invalid")
    for one in elements:
        if len(one.get("title", "")) > TITLE or len(one.get("subtitle", "")) > SUBTITLE:
            raise bad(-210, "title is over limit")
        if payload["template_type"] == "media" and "url" not in one:
            _laid(assets, str(one.get("attachment_id")), "image")


def _laid(assets: Mapping[str, str], name: str, kind: str) -> None:
    if assets.get(name) != kind:
        raise bad(-100, "attachment is invalid or expired")


def _buttons(payload: Body) -> list[Body]:
    buttons: list[Body] = payload.get("buttons") or []
    if len(buttons) > BUTTONS:
        raise bad(-201, "only support 5 buttons")
    return buttons


def _button(button: Body) -> None:
    title, kind, payload = button.get("title"), button.get("type"), button.get("payload")
    if not title or len(title) > TITLE:
        raise bad(-201, "button title is invalid")
    if kind not in KINDS:
        raise bad(-201, "button type is invalid")
    if kind.startswith("oa.query") and not (isinstance(payload, str) and 0 < len(payload) <= PAYLOAD):
        raise bad(-201, "button payload is invalid")
    if kind == "oa.open.phone" and not str((payload or {}).get("phone_code", "")).isdigit():
        raise bad(-201, "phone_code is invalid")
