import json
import logging
import sys
from collections.abc import Iterator

import pytest

from bot.errors import ChannelAwayError
from bot.logs import HIDDEN, Lines, secrets, set_up
from bot.settings import Settings

TOKEN = "123456:a-token-of-a-fake"
SECRET = "a-secret-of-ours-0001"


def record(
    message: str = "turn", *values: object, name: str = "bot.journal", error: Exception | None = None
) -> logging.LogRecord:
    raised = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord(name, logging.INFO, __file__, 1, message, values, raised)


def broken(error: Exception, cause: Exception | None = None) -> None:
    raise error from cause


def failed(error: Exception, cause: Exception | None = None) -> Exception:
    """The error as it is once it was raised here."""
    with pytest.raises(type(error)) as caught:
        broken(error, cause)
    return caught.value


def test_json_is_one_object_a_line_with_its_facts() -> None:
    turn = record()
    turn.facts = {"channel": "web", "outcome": "answered"}
    line = json.loads(Lines("json").format(turn))
    assert line.pop("at").endswith("+00:00")
    assert line == {
        "level": "INFO",
        "logger": "bot.journal",
        "message": "turn",
        "channel": "web",
        "outcome": "answered",
    }


def test_text_is_read_in_one_line_too() -> None:
    turn = record()
    turn.facts = {"channel": "web"}
    assert Lines("text").format(turn).endswith("INFO bot.journal turn channel=web")


@pytest.mark.parametrize("form", ["text", "json"])
def test_secrets_and_tokens_in_addresses_are_blotted_out(form: str) -> None:
    lines = Lines("json" if form == "json" else "text", [SECRET])
    written = lines.format(record("https://a.example/bot%s/getMe with %s", TOKEN, SECRET))
    assert TOKEN not in written
    assert SECRET not in written
    assert f"/bot{HIDDEN}/getMe with {HIDDEN}" in written


def test_an_error_of_ours_speaks_and_a_foreign_one_may_quote_somebody() -> None:
    ours = failed(ChannelAwayError(reason="a wall"), failed(ValueError("0912345678")))
    written = Lines("text").format(record(error=ours))
    assert "ChannelAwayError: The channel cannot be reached: a wall." in written
    assert "ValueError" in written
    assert "raise error from cause" in written
    assert "0912345678" not in written


def test_others_speak_without_what_was_put_into_their_sentence() -> None:
    written = Lines("text").format(
        record("Error handling request from %s", "203.0.113.9", name="aiohttp.server")
    )
    assert "Error handling request" in written
    assert "203.0.113.9" not in written
    written = Lines("text").format(record("Task exception was never retrieved\nfuture: an", name="asyncio"))
    assert written.endswith("Task exception was never retrieved")


def test_every_secret_of_the_settings_is_known() -> None:
    settings = Settings(_env_file=None, telegram_token=TOKEN, telegram_secret=SECRET, secret_key="k" * 32)
    assert {TOKEN, SECRET, "k" * 32} <= set(secrets(settings))
    assert "" not in secrets(settings)


@pytest.fixture
def _quiet_after() -> Iterator[None]:
    root = logging.getLogger()
    before = (list(root.handlers), root.level)
    yield
    root.handlers[:], root.level = before[0], before[1]
    for name in ("bot", "handlers", "knowledge", "storage", "motcua"):
        logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.mark.usefixtures("_quiet_after")
def test_ours_are_heard_from_info_on_and_others_from_warning_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    set_up(Settings(_env_file=None, log_format="json"))
    logging.getLogger("bot.journal").info("turn")
    logging.getLogger("httpx").info("POST https://a.example/bot%s/getMe", TOKEN)
    logging.getLogger("telegram.Bot").debug("sendMessage with %s", {"text": "xin chào"})
    assert [json.loads(line)["logger"] for line in capsys.readouterr().err.splitlines()] == ["bot.journal"]
