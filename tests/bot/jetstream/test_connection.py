import pytest
from aiohttp.test_utils import unused_port
from nats.js.api import RetentionPolicy, StreamConfig

from bot.errors import NatsUnreachableError
from bot.jetstream import connection as connection_module
from bot.jetstream.connection import connected
from bot.jetstream.names import Names
from tests.bot.engines import new_prefix, streams_removed


async def test_the_stream_is_made_once_and_left_as_an_operator_made_it(nats_url: str) -> None:
    prefix = new_prefix()
    names = Names(prefix)
    async with streams_removed(nats_url, prefix), connected(nats_url, names) as one:
        await one.stream.update_stream(
            StreamConfig(
                name=prefix, subjects=[names.incoming], retention=RetentionPolicy.WORK_QUEUE, max_bytes=10**8
            )
        )
        async with connected(nats_url, names) as other:
            info = await other.stream.stream_info(prefix)
    assert info.config.max_bytes == 10**8


async def test_a_server_that_is_not_there_is_named_without_its_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(connection_module, "PATIENCE", 0.5)
    port = unused_port()
    with pytest.raises(NatsUnreachableError, match=f"nats://127.0.0.1:{port}") as caught:
        async with connected(f"nats://me:s3cret@127.0.0.1:{port}", Names("test")):
            pass
    assert "s3cret" not in str(caught.value)
