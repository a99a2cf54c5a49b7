"""A real NATS server of a test run's own, where none answers: the one that the dev dependencies bring."""

import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from aiohttp.test_utils import unused_port

PROGRAM = Path(sysconfig.get_path("scripts")) / "nats-server"
PATIENCE = 20.0


def answers(url: str) -> bool:
    """Whether somebody listens there."""
    address = urlsplit(url)
    with suppress(OSError), socket.create_connection((address.hostname, address.port or 4222), timeout=1):
        return True
    return False


@contextmanager
def serving() -> Iterator[str]:
    """A server with JetStream on a free port; gives its address."""
    port = unused_port()
    url = f"nats://127.0.0.1:{port}"
    with TemporaryDirectory() as folder:
        command = [str(PROGRAM), "-js", "-a", "127.0.0.1", "-p", str(port), "-sd", folder]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait(url)
            yield url
        finally:
            process.terminate()
            process.wait()


def _wait(url: str) -> None:
    ends = time.monotonic() + PATIENCE
    while not answers(url):
        assert time.monotonic() < ends, f"{PROGRAM} does not answer"
        time.sleep(0.05)
