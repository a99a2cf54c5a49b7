from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from knowledge.guide import Guide

SAMPLE = Path(__file__).parent / "data" / "1.000001.yaml"


@pytest.fixture
def written() -> dict[str, Any]:
    guide: dict[str, Any] = yaml.safe_load(SAMPLE.read_text())["guide"]
    return guide


def test_a_guide_is_read(written: dict[str, Any]) -> None:
    guide = Guide.model_validate(written)
    assert guide.papers[1].when == {"ai": ("tre_em",)}
    assert guide.papers[0].when == {}


def test_what_has_ended_gives_way_from_the_day_after(written: dict[str, Any]) -> None:
    until = [{"aspect": "fee", "day": "2026-12-31", "then": "8.000 đồng một thẻ."}]
    guide = Guide.model_validate({**written, "until": until})
    assert guide.on(date(2026, 12, 31)) == guide
    assert guide.on(date(2027, 1, 1)) == guide.model_copy(update={"fee": "8.000 đồng một thẻ."})


@pytest.mark.parametrize("name", ["name", "summary", "says", "papers", "fee", "time", "place", "online"])
def test_what_citizens_ask_first_must_be_there(written: dict[str, Any], name: str) -> None:
    del written[name]
    with pytest.raises(ValidationError, match=name):
        Guide.model_validate(written)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "x" * 61},
        {"summary": "x" * 241},
        {"says": []},
        {"until": [{"aspect": "says", "day": "2026-12-31", "then": "x"}]},
        {"papers": []},
        {"ask": [{"id": "ai", "text": "Ai?", "choices": [{"id": "a", "label": "A"}]}]},
        {
            "ask": [
                {
                    "id": "ai",
                    "text": "Ai?",
                    "choices": [{"id": "a", "label": "x" * 41}, {"id": "b", "label": "B"}],
                }
            ]
        },
        {"siblings": [{"code": "1.000002", "when": "x" * 61}]},
        {"next": [{"code": "1.000002", "why": "x" * 61}]},
    ],
)
def test_what_does_not_fit_a_phone_is_refused(written: dict[str, Any], change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Guide.model_validate(written | change)
