import re

import pytest

from bot.web.assets import FONTS, PAGE, TYPES, Assets
from tests.bot.web.conftest import Client, assets_of

SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((PAGE / "js").glob("*.js"))}


async def test_all_that_the_page_loads_is_there(client: Client) -> None:
    loaded = assets_of(await (await client.get("/")).text())
    assert len(loaded) > 10
    for address in loaded:
        response = await client.get(address)
        assert response.status == 200, address
        assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("script", SCRIPTS)
async def test_all_that_a_script_imports_is_fetched_ahead(client: Client, script: str) -> None:
    loaded = assets_of(await (await client.get("/")).text())
    imports = re.findall(r'from "\./([\w.]+)"', SCRIPTS[script])
    assert {f"{Assets.load().root}/js/{name}" for name in imports} <= set(loaded)


async def test_all_that_a_style_loads_is_there(client: Client) -> None:
    root = Assets.load().root
    style = await (await client.get(f"{root}/css/base.css")).text()
    fonts = re.findall(r'url\("\.\./([^"]+)"\)', style)
    assert set(fonts) == set(FONTS)
    for name in fonts:
        response = await client.get(f"{root}/{name}")
        assert response.content_type == "font/ttf"
        assert (await response.read())[:4] == b"\0\1\0\0"


@pytest.mark.parametrize("zipped", [True, False])
async def test_a_file_is_zipped_for_who_can_read_it(client: Client, zipped: bool) -> None:
    headers = {"Accept-Encoding": "gzip" if zipped else "identity"}
    response = await client.get(f"{Assets.load().root}/js/main.js", headers=headers)
    assert (response.headers.get("Content-Encoding") == "gzip") is zipped
    assert response.headers["Vary"] == "Accept-Encoding"
    assert await response.read() == (PAGE / "js/main.js").read_bytes()


@pytest.mark.parametrize("name", ["index.html", "../page.py", "js/none.js", "%2e%2e/page.py", "js/"])
async def test_nothing_else_is_served(client: Client, name: str) -> None:
    assert (await client.get(f"{Assets.load().root}/{name}")).status == 404


def test_the_address_changes_with_every_file() -> None:
    files = {"a.css": b"1", "b.css": b"2"}
    roots = {
        Assets(files).root,
        Assets(files | {"b.css": b"3"}).root,
        Assets({"a.css": b"12", "b.css": b""}).root,
    }
    assert len(roots) == 3
    assert Assets(files).root == Assets(dict(reversed(files.items()))).root


def test_every_file_of_the_page_has_a_type() -> None:
    files = [path for path in PAGE.glob("*/*") if path.is_file()]
    assert {path.suffix for path in files} <= set(TYPES)
