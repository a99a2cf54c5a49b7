import asyncio

import pytest

from bot.sight import Sight
from handlers.message import Kind, Message
from tests.fakes.pictures import of_code, of_nothing
from tests.fakes.talk import START

CODE = "000.00.04.H51-200221-0001"


def sent(picture: str = "a", text: str = "", kind: Kind = Kind.PICTURE) -> Message:
    return Message(
        channel="telegram", chat="7", event_id="e", at=START, kind=kind, picture=picture, text=text
    )


def seeing(content: bytes) -> Sight:
    async def fetch(handle: str) -> bytes:
        assert handle == "a"
        return content

    sight = Sight()
    sight.add("telegram", fetch)
    return sight


async def test_what_the_code_says_becomes_the_text() -> None:
    seen = await seeing(of_code(CODE))(sent())
    assert (seen.kind, seen.text) == (Kind.PICTURE, CODE)


async def test_a_code_goes_before_the_words_under_the_picture() -> None:
    seen = await seeing(of_code(CODE))(sent(text="xem giúp em", kind=Kind.WORDS))
    assert (seen.kind, seen.text) == (Kind.PICTURE, CODE)


async def test_without_a_code_the_words_under_the_picture_are_the_message() -> None:
    message = sent(text="xem giúp em", kind=Kind.WORDS)
    assert await seeing(of_nothing())(message) == message


async def test_a_message_without_a_picture_fetches_none() -> None:
    message = sent(picture="", text="khai sinh", kind=Kind.WORDS)
    assert await Sight()(message) == message
    assert await seeing(b"")(message) == message


async def test_a_channel_that_gives_no_pictures_is_not_asked() -> None:
    assert await Sight()(sent()) == sent()


async def test_a_picture_that_does_not_come_is_no_picture_with_a_code(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def gone(handle: str) -> bytes:
        raise OSError

    async def never(handle: str) -> bytes:
        await asyncio.Event().wait()
        return b""

    for fetch in (gone, never):
        sight = Sight(patience=0.01)
        sight.add("telegram", fetch)
        assert await sight(sent()) == sent()
    assert caplog.text.count("could not be fetched") == 2
