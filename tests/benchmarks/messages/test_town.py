from benchmarks.messages.town import Town
from tests.fakes.telegram.pusher import Update


class Echo(Town):
    """A town whose bot is none: what is brought is said back, and more than once if told so."""

    times = 1

    async def deliver(self, update: Update) -> None:
        said = update["message"]
        for _ in range(self.times):
            await self._sendmessage({"chat_id": said["chat"]["id"], "text": said["text"]})


async def test_answers_are_counted() -> None:
    figures = await Echo().ask(("một", "hai"), chats=3, seconds=0.05, pause=0.01)
    assert len(figures.waits) >= 3
    assert (figures.lost, figures.doubled, figures.disordered) == (0, 0, 0)


async def test_what_comes_twice_or_to_another_line_is_seen() -> None:
    town = Echo()
    await town.learn(("một", "hai"))
    town.marks["một"] = "something else"
    town.times = 2
    figures = await town.ask(("một", "hai"), chats=1, seconds=0.05, pause=0.01)
    assert figures.doubled
    assert figures.disordered
