import pytest

from knowledge.text.syllable import is_syllable, key, onset_and_rime


@pytest.mark.parametrize(
    "token", ["nghiệp", "giấy", "gì", "quốc", "khuya", "uyên", "đường", "y", "duong", "quoc"]
)
def test_syllables(token: str) -> None:
    assert is_syllable(token)


@pytest.mark.parametrize("token", ["ngiệp", "kông", "cen", "heets", "gplx", "vneid", "xin chào", "quuc"])
def test_no_syllables(token: str) -> None:
    assert not is_syllable(token)


def test_a_key_does_not_care_where_the_tone_was_put() -> None:
    assert key("hòa") == key("hoà") == "hoaf"
    assert key("đất") == "đâts"


@pytest.mark.parametrize(
    ("bare", "parts"), [("truong", ("tr", "uong")), ("anh", ("", "anh")), ("gplx", ("", "gplx"))]
)
def test_onset_and_rime(bare: str, parts: tuple[str, str]) -> None:
    assert onset_and_rime(bare) == parts
