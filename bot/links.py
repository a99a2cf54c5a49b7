"""Links into this deployment: the channel's own where it has one, else the web chat's."""

from collections.abc import Callable

from handlers.deep_links import payload

Link = Callable[[str], str]
"""The address under which a press is made; empty where it would be too long."""


class Links:
    """Called with a channel and a press, it gives an address; empty where nobody outside could open one."""

    def __init__(self, origin: str = "") -> None:
        self._origin = origin.rstrip("/")
        self._own: dict[str, Link] = {}

    def __call__(self, channel: str, press: str) -> str:
        """The address of a press for whoever talks on this channel."""
        own = self._own.get(channel, self._of_the_page)
        return own(press) or self._of_the_page(press)

    def add(self, channel: str, link: Link) -> None:
        """This channel has links of its own."""
        self._own[channel] = link

    def opened_at(self, address: str) -> None:
        """The page stands here, where no public origin was set."""
        self._origin = self._origin or address.rstrip("/")

    def _of_the_page(self, press: str) -> str:
        packed = payload(press)
        return f"{self._origin}/?start={packed}" if self._origin and packed else ""
