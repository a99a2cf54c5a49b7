from bot import keys
from bot.settings import Settings
from storage.cipher import Cipher
from storage.keyed_hash import KeyedHash


def test_the_present_key_closes_and_former_ones_open() -> None:
    settings = Settings(secret_key="n" * 32, former_keys="o" * 32)
    assert keys.hasher(settings).layers == 2
    assert keys.hasher(settings).digest("a", layers=1) == KeyedHash(b"o" * 32).digest("a")
    closed = Cipher(b"o" * 32).encrypt("x", "a")
    assert keys.cipher(settings).decrypt(closed, "a") == "x"
    assert keys.cipher(settings).mark == Cipher(b"n" * 32).mark
