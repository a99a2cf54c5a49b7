import json
import re

from tests.bot.web.conftest import Client, Say, assets_of


async def test_the_manifest_names_icons_that_are_there(client: Client) -> None:
    response = await client.get("/manifest.webmanifest")
    assert response.content_type == "application/manifest+json"
    manifest = json.loads(await response.text())
    assert (manifest["name"], manifest["start_url"], manifest["display"]) == ("Một Cửa", "/", "standalone")
    assert {icon["sizes"] for icon in manifest["icons"]} >= {"192x192", "512x512"}
    assert any(icon["purpose"] == "maskable" for icon in manifest["icons"])
    for icon in manifest["icons"]:
        found = await client.get(icon["src"])
        assert (found.status, found.content_type) == (200, icon["type"])


async def test_the_page_names_its_manifest(client: Client) -> None:
    assert '<link rel="manifest" href="/manifest.webmanifest">' in await (await client.get("/")).text()


async def test_the_worker_keeps_what_the_offline_page_loads_and_all_of_it_is_there(client: Client) -> None:
    response = await client.get("/worker.js")
    assert response.headers["Cache-Control"] == "no-cache"
    found = re.search(r'const KEPT = "([^"]+)"', await response.text())
    assert found is not None
    kept = found[1].split()
    page = await (await client.get("/offline")).text()
    assert set(assets_of(page)) <= set(kept)
    assert {(await client.get(path)).status for path in kept} == {200}
    assert "/" not in kept


async def test_the_offline_page_holds_nothing_that_was_said(client: Client, say: Say) -> None:
    await say(text="chuyện riêng")
    page = await (await client.get("/offline")).text()
    assert "chuyện riêng" not in page
    assert "Hiện không có mạng" in page
    assert not re.search(r"\$\w", page)
