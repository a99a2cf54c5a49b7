"""Every command of the README is run as it stands, in a data folder of its own."""

import os
import re
import signal
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "README.vi.md")
STARTS = {"make run", "make test"}
"""These set up or never end; they have tests of their own below."""


def _commands() -> list[str]:
    blocks = [
        block for page in PAGES for block in re.findall(r"```sh\n(.*?)```", (ROOT / page).read_text(), re.S)
    ]
    lines = [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return list(dict.fromkeys(line for line in lines if line))


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    data = tmp_path_factory.mktemp("readme")
    path = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    return {
        **os.environ,
        "PATH": path,
        "MOTCUA_DATA_DIR": str(data),
        "MOTCUA_PORT": "0",
        "MOTCUA_DATABASE_URL": "",
    }


@pytest.mark.parametrize("command", [command for command in _commands() if command not in STARTS])
def test_the_command_works(command: str, environment: dict[str, str]) -> None:
    done = subprocess.run(
        command, shell=True, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.fixture
def started(environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        ["make", "run"], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    process.communicate(timeout=30)


def test_make_run_prints_where_to_look(started: subprocess.Popen[str]) -> None:
    assert started.stdout is not None
    address = next(line for line in started.stdout if "http://" in line).split()[-1]
    with urllib.request.urlopen(f"{address}readyz", timeout=30) as answer:
        assert answer.status == 200
    with urllib.request.urlopen(address, timeout=30) as answer:
        assert "Một Cửa" in answer.read().decode()


def test_make_test_runs_the_tests() -> None:
    done = subprocess.run(["make", "-n", "test"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "pytest" in done.stdout
