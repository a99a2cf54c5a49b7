import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.cli.telegram import telegram
from bot.errors import NoTokenError
from tests.fakes.telegram.server import TOKEN, FakeTelegram


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    """A fake in a loop of its own: the command brings one for itself."""
    opened: Future[FakeTelegram] = Future()
    closing = threading.Event()

    async def serve() -> None:
        async with FakeTelegram.open() as fake:
            opened.set_result(fake)
            await asyncio.to_thread(closing.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    yield opened.result(10)
    closing.set()
    thread.join()


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_setup_introduces_the_bot_and_says_how_it_is_reached(
    fake: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("MOTCUA_TELEGRAM_API", fake.url)
    done = CliRunner().invoke(telegram, ["setup"])
    assert done.exit_code == 0, done.output
    assert done.output == "@motcua_bot: polling\nhttps://t.me/motcua_bot\n"
    assert "setMyCommands:en" in fake.settings
    assert fake.called("deleteWebhook")


def test_without_a_token_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MOTCUA_TELEGRAM_TOKEN", raising=False)
    done = CliRunner().invoke(telegram, ["setup"])
    assert isinstance(done.exception, NoTokenError)
