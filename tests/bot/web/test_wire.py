import pytest
from pydantic import ValidationError

from bot.web.wire import Line, Refused, Seen


@pytest.mark.parametrize(
    "line",
    [
        {"event": "event-0001", "text": "chào"},
        {"event": "0" * 64, "press": "m"},
        {"event": "event-0001", "press": "x" * 64},
        {"event": "event-0001", "spot": (16.05, 108.2)},
    ],
)
def test_a_line_is_a_text_or_a_press(line: dict[str, object]) -> None:
    assert Line.model_validate(line).event == line["event"]


@pytest.mark.parametrize(
    "line",
    [
        {"text": "no event"},
        {"event": "short", "text": "chào"},
        {"event": "0" * 65, "text": "chào"},
        {"event": "has space", "text": "chào"},
        {"event": "event-0001\n", "text": "chào"},
        {"event": "event-0001"},
        {"event": "event-0001", "text": "chào", "press": "m"},
        {"event": "event-0001", "text": "chào", "spot": (16.05, 108.2)},
        {"event": "event-0001", "spot": (91.0, 108.2)},
        {"event": "event-0001", "spot": (16.05, float("nan"))},
        {"event": "event-0001", "spot": (16.05,)},
        {"event": "event-0001", "text": 5},
        {"event": "event-0001", "text": ["chào"]},
        {"event": "event-0001", "press": "x" * 65},
        {"event": "event-0001", "text": "chào", "chat": "somebody-else"},
        {"event": "event-0001", "text": "chào", "at": "2026-11-22"},
    ],
)
def test_anything_else_is_refused(line: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Line.model_validate(line)


@pytest.mark.parametrize(
    "query", [{"after": "-1"}, {"after": "x"}, {"held": "26"}, {"after": str(2**63)}, {"chat": "a"}]
)
def test_a_page_asks_within_bounds(query: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        Seen.model_validate(query)


def test_a_page_may_ask_without_having_seen_anything() -> None:
    assert Seen.model_validate({}) == Seen(after=0, held=0)


def test_the_status_of_a_refusal_is_for_http_only() -> None:
    assert Refused(event="e", text="t", status=400).model_dump() == {
        "kind": "refused",
        "event": "e",
        "text": "t",
    }
