"""What an agency is answered, in the form its system already reads: ``error_code`` and ``message``."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from aiohttp import web

from bot.intake.national import Refusal
from storage.deliveries import Effect

FINE: Final = "0"
SOME_REFUSED: Final = "1"

SHOWN: Final = 100
"""Refused rows that are named one by one."""


def summary(effects: Counter[Effect], refusals: Sequence[Refusal]) -> dict[str, Any]:
    """How many rows were taken, and which were not, by their codes; nothing of what stood in them."""
    taken = effects.total()
    if not refusals:
        return {"error_code": FINE, "message": f"Đã nhận {taken} dòng.", "taken": taken, "errors": []}
    codes = ", ".join(dict.fromkeys(row.code or f"dòng {row.row}" for row in refusals[:SHOWN]))
    return {
        "error_code": SOME_REFUSED,
        "message": f"Đã nhận {taken} dòng, từ chối {len(refusals)} dòng: {codes}",
        "taken": taken,
        "errors": [{"row": row.row, "MaHoSo": row.code, "message": row.reason} for row in refusals[:SHOWN]],
    }


def refusal(kind: type[web.HTTPException], message: str, **given: Any) -> web.HTTPException:
    """A whole delivery that is not taken, with HTTP's own status as its code."""
    body = {"error_code": str(kind.status_code), "message": message}
    text = json.dumps(body, ensure_ascii=False)
    return kind(text=text, content_type="application/json", **given)
