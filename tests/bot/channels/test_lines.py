from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from aiohttp import web

from bot.channels import lines


class Post:
    """A line that tells when it listens."""

    def __init__(self, name: str, told: list[str]) -> None:
        self._name = name
        self._told = told

    def routes(self) -> Sequence[web.RouteDef]:
        return ()

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        self._told.append(f"{self._name} opens")
        yield
        self._told.append(f"{self._name} closes")


async def test_all_lines_listen_and_the_last_one_closes_first() -> None:
    told: list[str] = []
    async with lines.listening([Post("a", told), Post("b", told)]):
        told.append("open")
    assert told == ["a opens", "b opens", "open", "b closes", "a closes"]
