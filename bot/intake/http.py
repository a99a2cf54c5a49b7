"""The way in for agencies over HTTP: the bodies they already send, and the answer they already expect."""

import asyncio
import hmac
import json
import logging
from collections import Counter
from typing import Any, Final

from aiohttp import web

from bot.intake import credentials
from bot.intake.answer import refusal, summary
from bot.intake.national import Reading, opened, read
from bot.intake.openapi import PATHS, document
from bot.intake.row import Delivery
from bot.web.limits import Limiter, Rate
from motcua.clock import Clock, utc_now
from storage import sources
from storage.database import Database
from storage.deliveries import Effect, apply_all
from storage.keyed_hash import KeyedHash
from storage.sources import Intake, Source

log = logging.getLogger(__name__)

BODY_LIMIT: Final = 8 * 1024 * 1024
"""Bytes of one delivery."""

ROW_LIMIT: Final = 2000
"""Rows of one delivery: what one transaction takes without keeping chats waiting."""

RATE: Final = Rate(burst=60, per_second=5)
"""Deliveries of one source."""

STRANGERS: Final = Rate(burst=30, per_second=1)
"""Requests of one address that proved nothing."""


class IntakeDoor:
    """Takes deliveries from sources that prove who they are."""

    def __init__(
        self,
        database: Database,
        hasher: KeyedHash,
        *,
        clock: Clock = utc_now,
        rate: Rate = RATE,
        strangers: Rate = STRANGERS,
    ) -> None:
        self._database = database
        self._hasher = hasher
        self._clock = clock
        self._sources = Limiter(rate)
        self._strangers = Limiter(strangers)
        self._document = document()

    def routes(self) -> list[web.RouteDef]:
        """Where agencies knock."""
        return [
            web.get("/intake/openapi.json", self.describe),
            web.post("/intake/token", self.token),
            *(web.post(path, self.take) for path in PATHS),
        ]

    async def describe(self, _: web.Request) -> web.Response:
        """What is taken here, as an OpenAPI document."""
        return web.json_response(self._document)

    async def token(self, request: web.Request) -> web.Response:
        """OAuth 2's client credentials: a token for an hour against name and secret."""
        given = await self._client(request)
        async with self._database.reading() as session:
            source = await credentials.secret_holder(session, *given)
        if source is None:
            self._stranger(request)
            return web.json_response({"error": "invalid_client"}, status=401)
        token = credentials.issue(self._hasher, source, self._clock())
        seconds = int(credentials.LIFETIME.total_seconds())
        return web.json_response({"access_token": token, "token_type": "Bearer", "expires_in": seconds})

    async def take(self, request: web.Request) -> web.Response:
        """Take one delivery: good rows in, bad ones named, a line kept about it."""
        source = await self._source(request)
        raw = await _body(request)
        self._signed(source, request, raw)
        service = PATHS[request.path]
        reading = await asyncio.to_thread(self._read, source, raw, service)
        effects = await self._keep(source, reading, service, len(raw))
        return web.json_response(summary(effects, reading.refusals))

    async def _client(self, request: web.Request) -> tuple[str, str]:
        kind, _, value = request.headers.get("Authorization", "").partition(" ")
        if kind.lower() == "basic":
            return credentials.basic(value)
        form = await _form(request)
        return str(form.get("client_id", "")), str(form.get("client_secret", ""))

    async def _source(self, request: web.Request) -> Source:
        header = request.headers.get("Authorization", "")
        async with self._database.reading() as session:
            source = await credentials.authorised(session, self._hasher, header, self._clock())
        if source is None:
            self._stranger(request)
            raise refusal(web.HTTPUnauthorized, "Chưa xác thực: cần Bearer token hoặc client_id và secret.")
        if not self._sources.allow(source.client_id):
            raise refusal(web.HTTPTooManyRequests, "Gửi quá nhanh. Vui lòng chờ vài giây rồi gửi lại.")
        return source

    def _stranger(self, request: web.Request) -> None:
        if not self._strangers.allow(request.remote or ""):
            raise refusal(web.HTTPTooManyRequests, "Sai xác thực quá nhiều lần. Vui lòng chờ.")

    def _signed(self, source: Source, request: web.Request, raw: bytes) -> None:
        if not source.signed:
            return
        wanted = credentials.signature(credentials.signing_key(self._hasher, source), raw)
        given = request.headers.get("X-Signature", "").removeprefix("sha256=").lower()
        if not hmac.compare_digest(given.encode(), wanted.encode()):
            raise refusal(web.HTTPUnauthorized, "Chữ ký X-Signature không khớp với nội dung.")

    def _read(self, source: Source, raw: bytes, service: str) -> Reading:
        body = _json(raw)
        if len(opened(body)[2]) > ROW_LIMIT:
            message = f"Quá nhiều dòng: mỗi lần gửi tối đa {ROW_LIMIT}."
            raise refusal(web.HTTPRequestEntityTooLarge, message, max_size=ROW_LIMIT, actual_size=0)
        return read(body, Delivery(at=self._clock(), source=source.name), service)

    async def _keep(self, source: Source, reading: Reading, service: str, size: int) -> Counter[Effect]:
        now = self._clock()
        async with self._database.writing() as session:
            effects = Counter(await apply_all(session, self._hasher, reading.reports, clock=lambda: now))
            intake = Intake(
                source_id=source.id,
                at=now,
                service=service,
                size=size,
                new=effects[Effect.NEW],
                changed=effects[Effect.CHANGED],
                unchanged=effects[Effect.UNCHANGED],
                refused=len(reading.refusals),
            )
            await sources.note(session, intake)
        log.info("intake from %s: %d rows, %d refused", source.name, effects.total(), intake.refused)
        return effects


async def _body(request: web.Request) -> bytes:
    """The body, read no further than the limit: the limit of the chat is far smaller."""
    chunks, size = [], 0
    async for chunk in request.content.iter_chunked(64 * 1024):
        size += len(chunk)
        if size > BODY_LIMIT:
            message = f"Nội dung quá lớn: mỗi lần gửi tối đa {BODY_LIMIT} byte."
            raise refusal(web.HTTPRequestEntityTooLarge, message, max_size=BODY_LIMIT, actual_size=size)
        chunks.append(chunk)
    return b"".join(chunks)


async def _form(request: web.Request) -> dict[str, Any]:
    if request.content_type != "application/json":
        try:
            return dict(await request.post())
        except (ValueError, AssertionError, web.HTTPRequestEntityTooLarge):
            return {}
    body = _json(await _body(request))
    return body if isinstance(body, dict) else {}


def _json(raw: bytes) -> object:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        raise refusal(web.HTTPBadRequest, "Nội dung không phải JSON.") from None
