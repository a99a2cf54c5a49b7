import pytest

from storage.errors import WeakKeyError
from storage.keyed_hash import LEAST, KeyedHash

KEY = b"k" * 32


def test_it_is_hmac_sha256_and_stays_so() -> None:
    # What is stored must open again after every upgrade: this value must never change.
    assert (
        KeyedHash(KEY).digest("phone", "ab", "1234")
        == "02d8c4c7517f68e185ce2707cf81e52ddedc79208d4dda2499e47f346c52ec60"
    )


def test_other_keys_purposes_and_parts_give_other_hashes() -> None:
    hashes = [
        KeyedHash(KEY).digest("phone", "1234"),
        KeyedHash(b"o" * 32).digest("phone", "1234"),
        KeyedHash(KEY).digest("identity", "1234"),
        KeyedHash(KEY).digest("phone", "1235"),
        KeyedHash(KEY).digest("phone", "12", "34"),
        KeyedHash(KEY).digest("phone", "123", "4"),
        KeyedHash(KEY).digest("phone1234"),
    ]
    assert len(set(hashes)) == len(hashes)


def test_a_short_key_is_refused_without_being_repeated() -> None:
    with pytest.raises(WeakKeyError, match=str(LEAST)) as caught:
        KeyedHash(b"secret")
    assert "secret" not in str(caught.value)


def test_the_key_stays_out_of_the_representation() -> None:
    assert "kkkk" not in repr(KeyedHash(KEY))


def test_a_new_key_is_one_layer_over_what_the_former_made() -> None:
    old, both = KeyedHash(b"o" * 32), KeyedHash(b"n" * 32, [b"o" * 32])
    made = old.digest("purpose", "a")
    assert both.digest("purpose", "a", layers=1) == made
    assert both.carried(made, 1) == both.digest("purpose", "a") != made
    assert both.carried("", 1) == ""
    assert (old.layers, both.layers) == (1, 2)


def test_a_weak_former_key_is_refused_too() -> None:
    with pytest.raises(WeakKeyError):
        KeyedHash(b"n" * 32, [b"short"])
