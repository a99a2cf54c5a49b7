"""The parameters of a call, however it brings them."""

import json
from typing import Any

from aiohttp import web

from tests.fakes.telegram import files
from tests.fakes.telegram.chats import Params


async def params(request: web.Request) -> Params:
    """Parameters from the address, a form or JSON; what a form carries as JSON is unpacked."""
    given: Params = dict(request.query)
    if request.content_type == "application/json":
        given |= await request.json()
    else:
        posted = await request.post()
        given |= {name: _unpacked(name, value) for name, value in posted.items() if isinstance(value, str)}
        given = files.unpacked(posted, given)
    return given


_TEXTS = {
    "text",
    "url",
    "secret_token",
    "description",
    "short_description",
    "callback_query_id",
    "inline_query_id",
    "language_code",
}


def _unpacked(name: str, value: str) -> Any:
    if name in _TEXTS:
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
