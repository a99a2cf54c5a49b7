"""How the service goes, in figures for Prometheus. No figure carries a chat, a name or a word of anybody."""

from collections.abc import Callable, Mapping
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.watching import Fate, Turned, seconds
from storage.backlog import Waiting

DELAYS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)
MATCHING = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25)


class Meter:
    """Counts in a registry of its own: nothing else of the process shows up beside it."""

    def __init__(self) -> None:
        self._registry = own = CollectorRegistry()
        self._messages = Counter("motcua_messages", "Messages claimed.", ["channel"], registry=own)
        self._outcomes = Counter(
            "motcua_outcomes", "Turns answered, by how they ended.", ["channel", "outcome"], registry=own
        )
        self._delays = Histogram(
            "motcua_delay_seconds",
            "From claimed to begun (wait), to committed (answer), to taken by the channel (send).",
            ["channel", "stage"],
            registry=own,
            buckets=DELAYS,
        )
        self._deliveries = Counter(
            "motcua_deliveries",
            "Tries to bring a reply, by what became of it.",
            ["channel", "fate"],
            registry=own,
        )
        self._refused = Counter(
            "motcua_refused",
            "Events that nobody of the channel's had signed: never acted on.",
            ["channel"],
            registry=own,
        )
        self._matching = Histogram(
            "motcua_matcher_seconds", "Time of one match.", registry=own, buckets=MATCHING
        )
        self._waiting = Gauge(
            "motcua_waiting", "Messages not answered, replies not sent.", ["box", "channel"], registry=own
        )
        self._oldest = Gauge(
            "motcua_waiting_oldest_seconds", "Age of the oldest of them.", ["box", "channel"], registry=own
        )
        self._tokens = Gauge(
            "motcua_token_age_seconds", "Since a channel's token was renewed.", ["account"], registry=own
        )

    def came(self, channel: str) -> None:
        """Something new was claimed."""
        self._messages.labels(channel).inc()

    def turned(self, turned: Turned) -> None:
        """A turn was answered; from now on the channel has a count of each fate, also of none."""
        for fate in Fate:
            self._deliveries.labels(turned.channel, fate)
        self._outcomes.labels(turned.channel, turned.outcome).inc()
        self._delays.labels(turned.channel, "wait").observe(turned.waited)
        self._delays.labels(turned.channel, "answer").observe(turned.took)

    def carried(self, channel: str, fate: Fate, waited: float) -> None:
        """A reply was brought to its channel."""
        self._deliveries.labels(channel, fate).inc()
        if fate is Fate.SENT:
            self._delays.labels(channel, "send").observe(waited)

    def refusals(self, channel: str) -> Callable[[], None]:
        """What counts the events of a channel that were signed wrongly; it begins at none."""
        return self._refused.labels(channel).inc

    def matched(self, took: float) -> None:
        """The matcher answered, in so many seconds."""
        self._matching.observe(took)

    def read(self, waiting: Mapping[str, Mapping[str, Waiting]], now: datetime) -> None:
        """What waits at this moment, by box and channel; what is named no more waits no more."""
        self._waiting.clear()
        self._oldest.clear()
        for box, channels in waiting.items():
            for channel, found in channels.items():
                self._waiting.labels(box, channel).set(found.count)
                self._oldest.labels(box, channel).set(seconds(found.since, now))

    def tokens(self, renewed: Mapping[str, datetime], now: datetime) -> None:
        """When each account's token was renewed last."""
        self._tokens.clear()
        for account, at in renewed.items():
            self._tokens.labels(account).set(seconds(at, now))

    def text(self) -> bytes:
        """All of it, as Prometheus reads it."""
        return generate_latest(self._registry)
