"""The keys of a deployment, put to their two uses. Both raise ProductionKeyError and WeakKeyError."""

from bot.settings import Settings
from storage.cipher import Cipher
from storage.keyed_hash import KeyedHash


def hasher(settings: Settings) -> KeyedHash:
    """What numbers are hashed with."""
    return KeyedHash(settings.key(), settings.former())


def cipher(settings: Settings) -> Cipher:
    """What personal texts are encrypted with."""
    return Cipher(settings.key(), settings.former())
