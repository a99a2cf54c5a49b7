"""The environment names a proxy for some addresses, and leaves others alone."""

import pytest

from bot.channels.proxy import proxy

THROUGH = "http://proxy.example:3128"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", THROUGH)
    monkeypatch.delenv("http_proxy", raising=False)
    monkeypatch.delenv("HTTP_PROXY", raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1,internal.example")


@pytest.mark.parametrize(
    ("address", "through"),
    [
        ("https://api.example", THROUGH),
        ("https://internal.example/bot", None),
        ("https://127.0.0.1:8081", None),
        ("http://api.example", None),
    ],
)
def test_an_address_goes_through_the_proxy_of_its_scheme_unless_it_is_named(
    address: str, through: str | None
) -> None:
    assert proxy(address) == through
