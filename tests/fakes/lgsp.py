"""A province's LGSP adapter: answers ``TraCuuHoSo`` as it is told to, and remembers what it was asked."""

import asyncio
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web


@dataclass
class FakeLgsp:
    """``rows`` by code; ``faults`` are statuses that come before the first right answer, 0 being silence."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    faults: list[int] = field(default_factory=list)
    text: str = ""
    asked: list[str] = field(default_factory=list)
    tokens: list[str] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.Response:
        """One question."""
        code = (await request.json())["MaHoSo"]
        self.asked.append(code)
        self.tokens.append(request.headers.get("Authorization", ""))
        if self.faults:
            fault = self.faults.pop(0)
            if fault == 0:
                await asyncio.sleep(3600)
            return web.Response(status=fault)
        if self.text:
            return web.Response(text=self.text)
        return web.json_response({"error_code": "0", "result": self.rows.get(code, [])})

    def application(self) -> web.Application:
        """The adapter as a server."""
        application = web.Application()
        application.router.add_post("/TraCuuHoSo", self.answer)
        return application
