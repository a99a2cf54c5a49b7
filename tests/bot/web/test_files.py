from tests.bot.web.conftest import Client, Say, heard
from tests.fakes.web import LIST, PICTURE, ScriptedService


async def test_a_picture_is_shown_and_a_document_is_saved(client: Client, say: Say) -> None:
    await say(text="mang theo")
    (event,) = await heard(client)
    assert event["reply"]["files"] == []
    assert [(one["name"], one["shown"]) for one in event["files"]] == [
        (PICTURE.name, True),
        (LIST.name, False),
    ]
    for told, file, way in zip(event["files"], (PICTURE, LIST), ("inline", "attachment"), strict=True):
        response = await client.get(told["address"])
        assert response.status == 200
        assert await response.read() == file.content
        assert response.content_type == file.media_type
        assert response.headers["Content-Disposition"] == f"{way}; filename*=UTF-8''{file.name}"
        assert response.headers["Cache-Control"] == "no-store"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


async def test_nobody_else_gets_it(client: Client, say: Say, service: ScriptedService) -> None:
    await say(text="mang theo")
    (event,) = await heard(client)
    address = event["files"][0]["address"]
    client.session.cookie_jar.clear()
    assert (await client.get(address)).status == 404
    await client.get("/")
    assert (await client.get(address)).status == 404


async def test_what_is_not_there_is_not_found(client: Client, say: Say) -> None:
    await say(text="mang theo")
    (event,) = await heard(client)
    for address in (f"/chat/files/{event['id']}/2", f"/chat/files/{event['id'] + 1}/0", "/chat/files/x/0"):
        assert (await client.get(address)).status == 404
