"""Our rules and teremok's refuse the same calls, and aiogram's models know every call of ours."""

from typing import Any

import pytest

from tests.fakes.telegram import opinions, rules

CHAT: dict[str, Any] = {"chat_id": 7, "parse_mode": "HTML"}


def keyboard(**button: Any) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [[{"text": "Bấm", **button}]]}}


@pytest.mark.parametrize(
    "params",
    [
        {"text": "a" * 4097},
        {"text": "👶" * 2049},
        {"text": "<b>a"},
        {"text": "a<br>"},
        {"text": "a</i>"},
        {"text": "a", **keyboard(callback_data="ạ" * 22)},
        {"text": "a", **keyboard()},
    ],
    ids=lambda one: str(one)[:30],
)
def test_what_we_refuse_they_refuse(params: dict[str, Any]) -> None:
    assert rules.refusal(CHAT | params)
    assert opinions.refusal("sendMessage", CHAT | params)


@pytest.mark.parametrize(
    "params",
    [
        {"text": "<b>Chào</b> &amp; <i>chúc</i>"},
        {"text": "👶" * 2048},
        {"text": "a", **keyboard(callback_data="c:1.001193")},
        {"text": "a", **keyboard(url="https://t.me/motcua_bot?start=hs")},
    ],
    ids=lambda one: str(one)[:30],
)
def test_what_we_take_they_take(params: dict[str, Any]) -> None:
    assert rules.refusal(CHAT | params) == ""
    assert opinions.misfit("sendMessage", CHAT | params) == ""
    assert opinions.refusal("sendMessage", CHAT | params) == ""


def test_a_call_that_does_not_fit_is_named() -> None:
    assert "text" in opinions.misfit("sendMessage", {"chat_id": 7})
    assert "no method" in opinions.misfit("sendPigeon", {})
