import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.bot.web.conftest import Client, Say
from tests.fakes.web import ScriptedService

SNEAKY = "</script><script>alert(1)</script><!-- & $language"


class Elements(HTMLParser):
    """Every element of a page, with its attributes and the text right inside it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.text: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.all:
            self.text.setdefault(str(self.all[-1][1].get("id")), data)


async def page(client: Client) -> str:
    response = await client.get("/")
    assert response.status == 200
    assert response.content_type == "text/html"
    return await response.text()


def data(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(Elements(text).text["page"])
    return found


async def test_the_page_speaks_vietnamese_and_says_what_it_is(client: Client) -> None:
    text = await page(client)
    assert '<html lang="vi">' in text
    assert "<title>Một Cửa</title>" in text
    assert "Trợ lý tự động" in text
    assert not re.search(r"\$\w", text)


async def test_it_suggests_questions(client: Client) -> None:
    assert len(re.findall(r'<button type="button">[^<]+</button>', await page(client))) >= 4


async def test_a_new_browser_gets_a_token_once(client: Client) -> None:
    first = await client.get("/")
    again = await client.get("/")
    assert first.cookies["motcua"].value == again.cookies["motcua"].value
    assert first.headers["Cache-Control"] == "no-store"


async def test_a_forged_token_is_replaced(client: Client) -> None:
    response = await client.get("/", cookies={"motcua": "chosen-by-another"})
    assert len(response.cookies["motcua"].value) == 43


async def test_a_visit_alone_is_not_remembered(client: Client, service: ScriptedService) -> None:
    await page(client)
    assert service.lanes.taken == []


async def test_a_reload_brings_the_conversation_back(client: Client, say: Say) -> None:
    await say(text="chào")
    events = data(await page(client))["events"]
    assert [event["kind"] for event in events] == ["said", "reply"]
    assert events[0] == {"kind": "said", "event": "event-0001", "text": "chào", "sent": ""}


async def test_the_page_travels_zipped(client: Client) -> None:
    assert (await client.get("/")).headers["Content-Encoding"] in {"deflate", "gzip"}


async def test_what_a_person_typed_stays_data(client: Client, say: Say) -> None:
    await say(text=SNEAKY)
    text = await page(client)
    assert data(text)["events"][0]["text"] == SNEAKY
    scripts = [attributes for tag, attributes in Elements(text).all if tag == "script"]
    assert len(scripts) == 2
    assert "alert" not in "".join(re.findall(r"<[^>]*>", text))


async def test_nothing_is_inline_and_nothing_comes_from_elsewhere(client: Client) -> None:
    for tag, attributes in Elements(await page(client)).all:
        assert "style" not in attributes
        assert tag != "style"
        assert not [name for name in attributes if name.startswith("on")]
        if tag == "script":
            assert "src" in attributes or attributes["type"] == "application/json"
        for name in ("src", "href", "action"):
            assert (attributes.get(name) or "/").startswith(("/", "#"))


async def test_every_control_has_a_name_and_every_reference_a_goal(client: Client) -> None:
    elements = Elements(await page(client)).all
    names = {attributes["id"] for _, attributes in elements if "id" in attributes}
    for tag, attributes in elements:
        for name in ("for", "aria-labelledby"):
            assert attributes.get(name) is None or attributes[name] in names
        if tag == "button":
            assert attributes["type"] in {"button", "submit"}
        if tag == "img":
            assert "alt" in attributes


@pytest.mark.parametrize(
    ("payload", "opening"),
    [
        ("tt_1-001193", {"press": "c:1.001193"}),
        ("hs_G09-20-20260701-000123", {"text": "G09.20-20260701-000123"}),
        ("p_cHk", None),
        ("what", None),
        ("", None),
    ],
)
async def test_a_link_opens_what_anybody_may_open(
    client: Client, payload: str, opening: dict[str, str] | None
) -> None:
    response = await client.get("/", params={"start": payload})
    assert data(await response.text())["opening"] == opening
