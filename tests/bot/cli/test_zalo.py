import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPRedirectHandler, Request, build_opener

import click
import pytest
from click.testing import CliRunner

from bot.cli.zalo import zalo
from bot.errors import LoginRefusedError, NoAccountError, SettingsError
from motcua.clock import utc_now
from tests.fakes.zalo.granting import APP_ID, APP_SECRET, OA_ID
from tests.fakes.zalo.server import FakeZalo

CALLBACK = "https://motcua.example/zalo/callback"


@pytest.fixture
def fake() -> Iterator[FakeZalo]:
    """A fake in a loop of its own: the command brings one for itself."""
    opened: Future[FakeZalo] = Future()
    closing = threading.Event()

    async def serve() -> None:
        async with FakeZalo.open() as fake:
            opened.set_result(fake)
            await asyncio.to_thread(closing.wait)

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    fake = opened.result(10)
    fake.now = utc_now()
    yield fake
    closing.set()
    thread.join()


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("APP_ID", "APP_SECRET", "CALLBACK_URL"):
        monkeypatch.delenv(f"MOTCUA_ZALO_{name}", raising=False)


@pytest.fixture
def _set_up(fake: FakeZalo, monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "APP_ID": APP_ID,
        "APP_SECRET": APP_SECRET,
        "CALLBACK_URL": CALLBACK,
        **dict.fromkeys(("API", "BUSINESS_API", "OAUTH"), fake.url),
    }
    for name, value in given.items():
        monkeypatch.setenv(f"MOTCUA_ZALO_{name}", value)


class Stays(HTTPRedirectHandler):
    """A browser that ends up at an address where nothing answers."""

    def redirect_request(self, *given: object) -> None:
        return None


def agreed(address: str) -> str:
    """Open the address and agree; the address that the browser ends up at."""
    try:
        build_opener(Stays).open(Request(address), timeout=10)
    except HTTPError as stopped:
        with stopped:
            return str(stopped.headers["Location"])
    raise AssertionError("nobody was sent anywhere")


def pasting(monkeypatch: pytest.MonkeyPatch, change: object = None) -> None:
    """Somebody who opens the address that is printed, agrees, and pastes what comes."""
    printed: list[str] = []
    monkeypatch.setattr(click, "echo", lambda text, **more: printed.append(text))

    def prompt(text: str) -> str:
        address = agreed(printed[0])
        return change(address) if callable(change) else address

    monkeypatch.setattr(click, "prompt", prompt)


@pytest.mark.usefixtures("_set_up")
@pytest.mark.parametrize("pasted", ["address", "code"])
def test_login_gets_tokens_and_status_shows_them(
    fake: FakeZalo, monkeypatch: pytest.MonkeyPatch, pasted: str
) -> None:
    with monkeypatch.context() as browser:
        pasting(browser, None if pasted == "address" else _code)
        done = CliRunner().invoke(zalo, ["login"])
    assert done.exception is None, done.exception
    shown = CliRunner().invoke(zalo, ["status"])
    assert f"official account: {OA_ID if pasted == 'address' else 'unknown'}" in shown.output
    assert "name Một Cửa" in shown.output
    assert fake.granting.access not in shown.output


@pytest.mark.usefixtures("_set_up")
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda address: address.replace("state=", "state=x"), "belongs to another login"),
        (lambda address: CALLBACK + "?error=denied", "no code"),
        (lambda address: "code-0", "Invalid authorization code"),
    ],
)
def test_what_was_not_agreed_to_here_gets_nothing(
    monkeypatch: pytest.MonkeyPatch, change: object, reason: str
) -> None:
    with monkeypatch.context() as browser:
        pasting(browser, change)
        done = CliRunner().invoke(zalo, ["login"])
    assert isinstance(done.exception, LoginRefusedError)
    assert reason in str(done.exception)
    assert "tokens: none" in CliRunner().invoke(zalo, ["status"]).output


@pytest.mark.parametrize("command", ["login", "status"])
def test_without_an_app_it_says_what_to_set(command: str) -> None:
    assert isinstance(CliRunner().invoke(zalo, [command]).exception, NoAccountError)


def test_a_login_needs_a_callback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_ZALO_APP_ID", APP_ID)
    monkeypatch.setenv("MOTCUA_ZALO_APP_SECRET", APP_SECRET)
    done = CliRunner().invoke(zalo, ["login"])
    assert isinstance(done.exception, SettingsError)
    assert "MOTCUA_ZALO_CALLBACK_URL" in str(done.exception)


def _code(address: str) -> str:
    return address.partition("code=")[2].partition("&")[0]
