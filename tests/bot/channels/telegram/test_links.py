from urllib.parse import parse_qs, urlsplit

from bot.channels.telegram.links import link
from handlers.deep_links import read
from handlers.presses import Walk


def test_a_press_has_an_address_of_the_bot() -> None:
    press = Walk(code="1.001193").encode()
    address = urlsplit(link("motcua_bot", press))
    (payload,) = parse_qs(address.query)["start"]
    assert (address.netloc, address.path) == ("t.me", "/motcua_bot")
    assert read(payload).press == press


def test_a_press_too_long_for_a_link_has_none() -> None:
    assert link("motcua_bot", "x" * 60) == ""
