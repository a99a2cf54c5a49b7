import json
from collections import Counter

from aiohttp import web

from bot.intake.answer import SHOWN, refusal, summary
from bot.intake.national import Refusal
from storage.deliveries import Effect


def test_all_taken_is_the_code_that_systems_know() -> None:
    assert summary(Counter({Effect.NEW: 2, Effect.UNCHANGED: 1}), []) == {
        "error_code": "0",
        "message": "Đã nhận 3 dòng.",
        "taken": 3,
        "errors": [],
    }


def test_refused_rows_are_named_by_code_or_place() -> None:
    rows = [Refusal(row=1, code="A-1", reason="x"), Refusal(row=4, code="", reason="y")]
    said = summary(Counter(), rows)
    assert said["error_code"] == "1"
    assert said["message"].endswith("từ chối 2 dòng: A-1, dòng 4")


def test_a_long_list_is_cut() -> None:
    rows = [Refusal(row=number, code="", reason="x") for number in range(SHOWN + 5)]
    assert len(summary(Counter(), rows)["errors"]) == SHOWN


def test_a_refusal_bears_the_status_as_its_code() -> None:
    found = refusal(web.HTTPUnauthorized, "Không")
    assert json.loads(found.text or "") == {"error_code": "401", "message": "Không"}
