import os
import signal
import subprocess
import sys
import urllib.request
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.bot.engines import new_prefix, streams_removed

START = "from bot.cli.main import main; main()"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {**os.environ, "MOTCUA_DATA_DIR": str(tmp_path), "MOTCUA_DATABASE_URL": "", "MOTCUA_PORT": "0"}


@pytest.fixture
def served(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", START, "run", "--demo"]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


def test_it_serves_until_it_is_told_to_stop(served: subprocess.Popen[str]) -> None:
    assert served.stdout is not None
    address = next(line for line in served.stdout if "http://" in line).split()[-1]
    with urllib.request.urlopen(f"{address}healthz", timeout=30) as answer:
        assert answer.status == 200
    served.send_signal(signal.SIGTERM)
    assert served.wait(timeout=60) == 0


def test_it_shows_how_to_try_the_demo(served: subprocess.Popen[str]) -> None:
    assert served.stdout is not None
    assert any("000.00.01.H99-261101-0004  0104" in line for line in served.stdout)


@pytest.fixture
async def of_many(postgres_url: str, nats_url: str) -> AsyncIterator[dict[str, str]]:
    """The settings of one process of many."""
    prefix = new_prefix()
    given = {"ENGINE": "nats", "DATABASE_URL": postgres_url, "NATS_URL": nats_url, "NATS_PREFIX": prefix}
    async with streams_removed(nats_url, prefix):
        yield {f"MOTCUA_{name}": value for name, value in given.items()}


@pytest.fixture
def worker(environment: dict[str, str], of_many: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", START, "run", "--role", "worker"]
    given = environment | of_many | {"MOTCUA_WATCH_PORT": "0"}
    process = subprocess.Popen(command, env=given, stdout=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


def test_a_worker_answers_those_who_watch_it(worker: subprocess.Popen[str]) -> None:
    assert worker.stdout is not None
    address = next(line for line in worker.stdout if "http://" in line).strip()
    for path in ("healthz", "readyz", "metrics"):
        with urllib.request.urlopen(f"{address}{path}", timeout=30) as answer:
            told = answer.read().decode()
            assert answer.status == 200
    assert "motcua_waiting" in told
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=60) == 0


def test_production_refuses_the_demo(environment: dict[str, str]) -> None:
    production = {**environment, "MOTCUA_PRODUCTION": "true", "MOTCUA_SECRET_KEY": "k" * 32}
    command = [sys.executable, "-c", START, "run", "--demo"]
    done = subprocess.run(command, env=production, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "--demo" in done.stderr
    assert done.stdout == ""
