import asyncio

from bot.channels.typing import AT_ONCE, MOST, Typing
from bot.errors import ChatGoneError


class Screen:
    """A channel that shows typing to whoever looks."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self.refuses = False
        self.all_shown = asyncio.Event()

    async def show(self, chat: str) -> None:
        self.shown.append(chat)
        if len(self.shown) == MOST or self.refuses:
            self.all_shown.set()
        if self.refuses:
            raise ChatGoneError(reason="blocked")


async def test_a_quick_answer_needs_no_sign() -> None:
    screen = Screen()
    typing = Typing(screen.show)
    typing.begin("7")
    await asyncio.sleep(0)
    typing.end("7")
    typing.end("7")
    await asyncio.sleep(0)
    assert screen.shown == []


async def test_a_slow_one_is_announced_again_and_again_but_not_for_ever() -> None:
    screen = Screen()
    typing = Typing(screen.show, after=0, again=0)
    typing.begin("7")
    typing.begin("7")
    await asyncio.wait_for(screen.all_shown.wait(), 20)
    await asyncio.sleep(0.01)
    assert screen.shown == ["7"] * MOST
    typing.close()


async def test_a_refusal_harms_nobody() -> None:
    screen = Screen()
    screen.refuses = True
    typing = Typing(screen.show, after=0, again=0)
    typing.begin("7")
    await asyncio.wait_for(screen.all_shown.wait(), 20)
    await asyncio.sleep(0)
    typing.begin("8")
    assert screen.shown == ["7"]
    typing.close()


async def test_where_very_many_wait_only_some_see_it() -> None:
    screen = Screen()
    typing = Typing(screen.show, after=0, again=60)
    for number in range(AT_ONCE + 5):
        typing.begin(str(number))
    await asyncio.sleep(0.01)
    assert len(screen.shown) == AT_ONCE
    typing.close()
