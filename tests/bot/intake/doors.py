"""A running intake with one source, for the tests that deliver over HTTP."""

from base64 import b64encode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any

from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from bot.intake.http import IntakeDoor
from bot.web.limits import Rate
from storage import sources
from storage.database import Database
from storage.sources import Credentials
from tests.storage.moments import NOW
from tests.storage.samples import HASHER

WIDE = Rate(burst=100_000, per_second=100_000)


@dataclass
class Province:
    """A source that delivers; ``now`` is the intake's clock."""

    client: TestClient[Any, Any]
    given: Credentials
    now: list[datetime] = field(default_factory=lambda: [NOW])

    @property
    def auth(self) -> str:
        pair = f"{self.given.client_id}:{self.given.secret}"
        return f"Basic {b64encode(pair.encode()).decode()}"

    async def deliver(self, body: object, path: str = "/intake", **headers: str) -> ClientResponse:
        return await self.client.post(path, json=body, headers={"Authorization": self.auth} | headers)

    async def deliver_raw(self, raw: bytes | BytesIO, **headers: str) -> ClientResponse:
        return await self.client.post("/intake", data=raw, headers={"Authorization": self.auth} | headers)

    async def token(self) -> str:
        form = {
            "grant_type": "client_credentials",
            "client_id": self.given.client_id,
            "client_secret": self.given.secret,
        }
        answer = await self.client.post("/intake/token", data=form)
        token: str = (await answer.json())["access_token"]
        return token


@asynccontextmanager
async def province(
    database: Database, *, signed: bool = False, rate: Rate = WIDE, strangers: Rate = WIDE
) -> AsyncIterator[Province]:
    """One source and the door it knocks at."""
    now = [NOW]
    async with database.writing() as session:
        given = await sources.add(session, "H99", signed=signed, now=NOW)
    door = IntakeDoor(database, HASHER, clock=lambda: now[0], rate=rate, strangers=strangers)
    application = web.Application(client_max_size=1024)
    application.add_routes(door.routes())
    async with TestClient(TestServer(application)) as client:
        yield Province(client, given, now)
