"""How things are called in NATS: one stream, a subject for each partition of chats, one bell."""

from dataclasses import dataclass
from hashlib import sha256
from zlib import crc32

from storage.inbox import Envelope

PARTITIONS = 64
"""Chats that are answered at once. A chat's partition is for ever: what waits in it keeps its order."""

WORKERS = "workers"
"""The group of those who work; each message goes to one of them."""


@dataclass(frozen=True, slots=True)
class Names:
    """``prefix`` tells deployments apart that share a server."""

    prefix: str

    @property
    def incoming(self) -> str:
        """The subjects of all partitions."""
        return f"{self.prefix}.in.*"

    @property
    def bell(self) -> str:
        """Where it is told that a chat has something new to read."""
        return f"{self.prefix}.bell"

    def subject(self, partition: int) -> str:
        """Where the messages of a partition come in."""
        return f"{self.prefix}.in.{partition}"

    def work(self, partition: int) -> str:
        """Where they are handed out, one at a time."""
        return f"{self.prefix}.work.{partition}"

    def durable(self, partition: int) -> str:
        """Who remembers how far a partition was worked."""
        return f"chats-{partition}"


def partition(envelope: Envelope) -> int:
    """All of a chat goes into one partition."""
    return crc32(f"{envelope.channel} {envelope.chat}".encode()) % PARTITIONS


def message_id(envelope: Envelope) -> str:
    """What the server knows a repeated message by."""
    name = "\n".join((envelope.channel, envelope.chat, envelope.event_id))
    return sha256(name.encode()).hexdigest()
