import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from click.testing import CliRunner

from bot.cli.health import health
from bot.errors import NotAliveError


class Alive(BaseHTTPRequestHandler):
    """Lives at one address only."""

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()

    def log_request(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    server = HTTPServer(("127.0.0.1", 0), Alive)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_service_that_lives(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_PORT", str(port))
    done = CliRunner().invoke(health)
    assert (done.exit_code, done.output) == (0, "ok\n")


def test_nobody_there() -> None:
    done = CliRunner().invoke(health, ["--port", "9"])
    assert isinstance(done.exception, NotAliveError)
    assert "127.0.0.1:9" in str(done.exception)
