"""NATS, where many processes share the work: whether it answers, keeps messages, and how many wait in it."""

from collections.abc import AsyncIterator

from bot.doctor.finding import Finding, Grade
from bot.errors import ServiceError
from bot.jetstream.connection import reached, waiting
from bot.jetstream.names import Names
from bot.settings import Settings
from handlers.language import Language

ABOUT = "NATS"

MANY = 1000
"""Messages that wait before it is worth a look: workers answer more in a few seconds."""


async def look(settings: Settings, say: Language) -> AsyncIterator[Finding]:
    """The server, where the engine needs one; nothing is made there."""
    if settings.engine != "nats":
        return
    try:
        async with reached(settings.nats_url) as client:
            count = await waiting(client, Names(settings.nats_prefix), settings.nats_url)
    except ServiceError as error:
        mend = say("Start NATS with JetStream, or correct {name}.", name="MOTCUA_NATS_URL")
        yield Finding(about=ABOUT, told=say.error(error), mend=mend, grade=Grade.BROKEN)
        return
    yield _stream(count, say)


def _stream(count: int | None, say: Language) -> Finding:
    if count is None:
        return Finding(about=ABOUT, told=say("it answers; the first start makes our stream"))
    told = say("it answers, and {count} messages wait in our stream", count=count)
    if count <= MANY:
        return Finding(about=ABOUT, told=told)
    mend = say("Start a worker, or one more: {command}", command="motcua run --role worker")
    return Finding(about=ABOUT, told=told, mend=mend, grade=Grade.WORTH_A_LOOK)
