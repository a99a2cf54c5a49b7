import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.cipher import Cipher
from storage.errors import CipherKeyError, WeakKeyError

OLD, NEW = b"the key of last year, 32 bytes ..", b"the key of this year, 32 bytes .."
CIPHER = Cipher(NEW)


@given(text=st.text())
def test_what_goes_in_comes_out(text: str) -> None:
    assert CIPHER.decrypt(CIPHER.encrypt(text, "a"), "a") == text


def test_nothing_of_it_can_be_read_and_no_two_look_alike() -> None:
    first, second = (CIPHER.encrypt("Nguyễn Văn Thử", "a") for _ in range(2))
    assert first != second
    assert first.startswith(CIPHER.mark)
    assert "Thử" not in first


def test_an_empty_text_stays_empty_and_a_plain_one_reads_as_it_stands() -> None:
    assert CIPHER.encrypt("", "a") == ""
    assert CIPHER.decrypt("", "a") == ""
    assert CIPHER.decrypt('{"text": "aes:"}', "a") == '{"text": "aes:"}'


def test_a_former_key_opens_and_the_present_one_closes() -> None:
    both = Cipher(NEW, [OLD])
    assert both.decrypt(Cipher(OLD).encrypt("x", "a"), "a") == "x"
    assert both.mark == CIPHER.mark
    assert CIPHER.decrypt(both.encrypt("x", "a"), "a") == "x"


def test_another_key_another_column_and_a_changed_text_open_nothing() -> None:
    closed = CIPHER.encrypt("x", "a")
    for cipher, text, purpose in (
        (Cipher(OLD), closed, "a"),
        (CIPHER, closed, "b"),
        (CIPHER, closed[:-4] + "AAAA", "a"),
        (CIPHER, CIPHER.mark + "A", "a"),
        (CIPHER, CIPHER.mark, "a"),
    ):
        with pytest.raises(CipherKeyError):
            cipher.decrypt(text, purpose)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(WeakKeyError):
        Cipher(b"short")
