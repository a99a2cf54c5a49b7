from datetime import UTC, datetime, timedelta

from bot.watching import NOBODY, Fate, Turned, Watch, Watches, seconds
from handlers.outcome import Outcome

AT = datetime(2026, 11, 22, 3, tzinfo=UTC)

TURNED = Turned(
    channel="web",
    chat="an",
    outcome=Outcome.ANSWERED,
    came=AT,
    begun=AT + timedelta(seconds=2),
    done=AT + timedelta(seconds=2.5),
)


class Seen:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[object] = []

    def came(self, channel: str) -> None:
        self.told.append(channel)

    def turned(self, turned: Turned) -> None:
        self.told.append(turned)

    def carried(self, channel: str, fate: Fate, waited: float) -> None:
        self.told.append((channel, fate, waited))


def tell_all(watch: Watch) -> None:
    watch.came("web")
    watch.turned(TURNED)
    watch.carried("web", Fate.SENT, 0.5)


def test_all_who_look_on_are_told() -> None:
    first, second = Seen(), Seen()
    tell_all(Watches(first, second))
    tell_all(NOBODY)
    assert first.told == second.told == ["web", TURNED, ("web", Fate.SENT, 0.5)]


def test_a_turn_knows_how_long_it_waited_and_took() -> None:
    assert (TURNED.waited, TURNED.took) == (2.0, 0.5)


def test_a_clock_set_back_is_no_time_at_all() -> None:
    assert seconds(AT, AT - timedelta(seconds=1)) == 0.0
