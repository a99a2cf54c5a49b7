"""The connection to NATS: made once, kept for ever, its stream there before anything is put into it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import nats
from nats.aio.client import Client
from nats.errors import Error
from nats.js import JetStreamContext
from nats.js.api import RetentionPolicy, StorageType, StreamConfig
from nats.js.errors import NotFoundError

from bot.errors import NatsUnreachableError, NoJetStreamError
from bot.jetstream.names import Names

log = logging.getLogger(__name__)

PATIENCE = 5.0
"""Seconds to wait for the first connection; later ones are tried for ever."""

REPEATS = 10 * 60.0
"""Seconds for which the server drops repeats by itself; the inbox drops those that come later."""


@dataclass(frozen=True, slots=True)
class Connection:
    """``back`` is told whenever a connection that was lost is there again."""

    client: Client
    stream: JetStreamContext
    names: Names
    back: list[Callable[[], None]] = field(default_factory=list)


@asynccontextmanager
async def connected(url: str, names: Names) -> AsyncIterator[Connection]:
    """A connection with a stream of these names.

    Raises NatsUnreachableError or NoJetStreamError.
    """
    back: list[Callable[[], None]] = []
    async with reached(url, back) as client:
        stream = client.jetstream()
        await _ensure(stream, names, url)
        yield Connection(client, stream, names, back)


@asynccontextmanager
async def reached(url: str, back: Sequence[Callable[[], None]] = ()) -> AsyncIterator[Client]:
    """The server alone, with nothing made there; ``back`` is told when a lost connection is there again.

    Raises NatsUnreachableError.
    """
    client = await _client(url, back)
    try:
        yield client
    finally:
        await client.close()


async def waiting(client: Client, names: Names, url: str) -> int | None:
    """How many messages lie in our stream; None where it is not made yet. Raises NoJetStreamError."""
    try:
        info = await client.jetstream().stream_info(names.prefix)
    except NotFoundError:
        return None
    except Error as error:
        raise NoJetStreamError(url=_bare(url), reason=str(error)) from None
    return info.state.messages


async def _client(url: str, back: Sequence[Callable[[], None]]) -> Client:
    reasons: list[str] = []

    async def told(error: Exception) -> None:
        reasons.append(str(error) or type(error).__name__)
        log.warning("NATS: %s", reasons[-1])

    async def returned() -> None:
        for call in back:
            call()

    try:
        connecting = nats.connect(
            url, max_reconnect_attempts=-1, reconnect_time_wait=0.5, error_cb=told, reconnected_cb=returned
        )
        return await asyncio.wait_for(connecting, PATIENCE)
    except (TimeoutError, OSError, Error) as error:
        reason = reasons[-1] if reasons else str(error) or "no answer"
        raise NatsUnreachableError(url=_bare(url), reason=reason) from None


async def _ensure(stream: JetStreamContext, names: Names, url: str) -> None:
    """Make the stream where there is none; one that an operator has made or changed is left as it is."""
    try:
        await stream.stream_info(names.prefix)
    except NotFoundError:
        config = StreamConfig(
            name=names.prefix,
            subjects=[names.incoming],
            retention=RetentionPolicy.WORK_QUEUE,
            storage=StorageType.FILE,
            duplicate_window=REPEATS,
        )
        await stream.add_stream(config)
    except Error as error:
        raise NoJetStreamError(url=_bare(url), reason=str(error)) from None


def _bare(url: str) -> str:
    """The address without what stands before an @."""
    scheme, _, rest = url.rpartition("://")
    return f"{scheme or 'nats'}://{rest.rpartition('@')[2]}"
