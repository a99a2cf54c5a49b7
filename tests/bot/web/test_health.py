from pathlib import Path

from bot.web.channel import WebChannel
from tests.bot.web.conftest import Client
from tests.fakes.web import ScriptedService


async def test_alive(client: Client) -> None:
    response = await client.get("/healthz")
    assert (response.status, await response.json()) == (200, {"status": "ok"})


async def test_ready(client: Client) -> None:
    response = await client.get("/readyz")
    assert response.status == 200
    assert await response.json() == {"database": True, "knowledge": True, "serving": True}


async def test_not_ready_without_knowledge(client: Client, service: ScriptedService) -> None:
    service.library.held = 0
    response = await client.get("/readyz")
    assert response.status == 503
    assert (await response.json())["knowledge"] is False


def lose(database: Path) -> None:
    """Make a SQLite file unreadable, as a broken disk would."""
    for file in database.parent.glob(f"{database.name}*"):
        file.unlink()
    database.mkdir()


async def test_not_ready_without_memory(client: Client, service: ScriptedService, tmp_path: Path) -> None:
    await service.database.close()
    lose(tmp_path / "motcua.db")
    response = await client.get("/readyz")
    assert response.status == 503
    assert (await response.json())["database"] is False
    assert (await client.get("/healthz")).status == 200


async def test_not_ready_while_leaving(client: Client, channel: WebChannel) -> None:
    channel.close()
    response = await client.get("/readyz")
    assert response.status == 503
    assert (await response.json())["serving"] is False
