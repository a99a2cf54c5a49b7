import json

import pytest
from click.testing import CliRunner
from sqlalchemy import URL

from benchmarks.soak.__main__ import main

SMALL = ["--chats", "20", "--lines", "6", "--kills", "1", "--webs", "1", "--workers", "2", "--json"]


@pytest.fixture(params=["one process", "many processes"])
def where(request: pytest.FixtureRequest) -> list[str]:
    if request.param == "one process":
        return []
    server: URL = request.getfixturevalue("postgres_server")
    address = server.render_as_string(hide_password=False)
    return ["--postgres", address, "--nats", request.getfixturevalue("nats_url")]


def test_nothing_is_lost_doubled_or_out_of_order_though_a_process_is_killed(where: list[str]) -> None:
    result = CliRunner().invoke(main, [*SMALL, *where], catch_exceptions=False)
    row = json.loads(result.stdout.splitlines()[-1])
    assert row["messages"] == 120
    assert row["kills"] == 1
    assert row["brought_twice"] > 0
    assert (row["lost"], row["doubled"], row["disordered"]) == (0, 0, 0)
