from tests.bot.web.conftest import Client


async def test_every_part_stands_where_it_is_said(client: Client) -> None:
    routes = {
        (route.method, route.resource.canonical)
        for route in client.app.router.routes()
        if route.resource is not None and not route.resource.canonical.startswith("/assets/")
    }
    assert {route for route in routes if route[0] != "HEAD"} == {
        ("GET", "/"),
        ("GET", "/chat/socket"),
        ("GET", "/chat/replies"),
        ("POST", "/chat/lines"),
        ("POST", "/chat/new"),
        ("GET", "/healthz"),
        ("GET", "/readyz"),
    }


async def test_what_is_not_there_is_not_found(client: Client) -> None:
    assert (await client.get("/nowhere")).status == 404
    assert (await client.post("/", json={})).status == 405
