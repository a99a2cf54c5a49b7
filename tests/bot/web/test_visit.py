import hashlib

import pytest
from aiohttp import web
from aiohttp.test_utils import make_mocked_request

from bot.web.visit import Door, chat_of, new_token

PROXIED = Door("https://hoi.xa.gov.vn")
DIRECT = Door("")
TOKEN = "A" * 43


def asking(**headers: str) -> web.Request:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return make_mocked_request("GET", "/", headers={"Host": "127.0.0.1:8080"} | named)


def test_a_token_is_256_bits_and_never_the_same() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert {len(token) for token in tokens} == {43}


def test_storage_knows_a_chat_by_the_hash_of_its_token() -> None:
    assert chat_of(TOKEN) == hashlib.sha256(TOKEN.encode()).hexdigest()


@pytest.mark.parametrize(
    ("origin", "ours"),
    [
        ("http://127.0.0.1:8080", True),
        ("https://127.0.0.1:8080", False),
        ("http://127.0.0.1", False),
        ("http://evil.example", False),
        ("null", False),
        ("", False),
    ],
)
def test_only_the_own_page_is_ours(origin: str, ours: bool) -> None:
    assert DIRECT.ours(asking(Origin=origin)) is ours


def test_a_request_that_names_no_origin_is_not_ours() -> None:
    assert not DIRECT.ours(asking())


def test_behind_a_proxy_the_public_origin_counts() -> None:
    assert PROXIED.ours(asking(Origin="https://hoi.xa.gov.vn"))
    assert not PROXIED.ours(asking(Origin="http://127.0.0.1:8080"))
    assert PROXIED.secure(asking())
    assert not DIRECT.secure(asking())


def test_a_slash_at_the_end_of_the_setting_does_not_matter() -> None:
    assert Door("https://hoi.xa.gov.vn/").ours(asking(Origin="https://hoi.xa.gov.vn"))


@pytest.mark.parametrize("cookie", ["", "motcua=short", f"motcua={TOKEN}A", "motcua=" + "é" * 43, "other=1"])
def test_a_browser_without_our_cookie_is_nobody(cookie: str) -> None:
    assert DIRECT.visitor(asking(Cookie=cookie)) is None


def test_the_cookie_names_the_chat() -> None:
    visitor = DIRECT.visitor(asking(Cookie=f"motcua={TOKEN}"))
    assert visitor is not None
    assert visitor.chat == chat_of(TOKEN)


def test_over_https_only_the_protected_cookie_counts() -> None:
    assert PROXIED.visitor(asking(Cookie=f"motcua={TOKEN}")) is None
    assert PROXIED.visitor(asking(Cookie=f"__Host-motcua={TOKEN}")) is not None


@pytest.mark.parametrize(("door", "secure"), [(DIRECT, False), (PROXIED, True)])
def test_the_cookie_is_out_of_reach(door: Door, secure: bool) -> None:
    response = web.Response()
    door.give(asking(), response, TOKEN)
    ((name, morsel),) = response.cookies.items()
    assert name == ("__Host-motcua" if secure else "motcua")
    assert morsel["httponly"]
    assert morsel["samesite"] == "Lax"
    assert morsel["path"] == "/"
    assert bool(morsel["secure"]) is secure
    assert not morsel["domain"]


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("10.0.0.1, 203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("nonsense", "nonsense"),
    ],
)
def test_behind_a_proxy_its_word_on_the_address_counts(forwarded: str, address: str) -> None:
    assert PROXIED.address(asking(X_Forwarded_For=forwarded)) == address


def test_without_a_proxy_nobody_chooses_an_address() -> None:
    assert DIRECT.address(asking(X_Forwarded_For="203.0.113.7")) != "203.0.113.7"
