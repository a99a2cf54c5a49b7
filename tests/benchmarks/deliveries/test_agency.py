from random import Random

from aiohttp import web

from benchmarks.deliveries.agency import Agencies, Service
from bot.web.server import listening
from storage.sources import Credentials

GIVEN = Credentials(client_id="h99", secret="s")


class Deaf(Service):
    """Answers every second request only, and counts how often it was killed."""

    def __init__(self, address: str) -> None:
        super().__init__("")
        self.address = address

    async def die_and_rise(self) -> None:
        self.killed += 1


async def test_a_body_is_sent_again_until_it_is_answered() -> None:
    heard: list[object] = []

    async def take(request: web.Request) -> web.Response:
        heard.append(await request.json())
        return web.Response(status=200 if len(heard) % 2 == 0 else 503)

    application = web.Application()
    application.add_routes([web.post("/intake", take)])
    async with listening(application, "127.0.0.1", 0) as address:
        service = Deaf(address)
        agencies = Agencies(service, GIVEN)
        await agencies.deliver([[[{"n": 1}], [{"n": 2}], [{"n": 3}]]], kills=2, random=Random(1))
    assert heard == [[{"n": number}] for number in (1, 1, 2, 2, 3, 3)]
    assert agencies.answered == 3
    assert service.killed == 2
