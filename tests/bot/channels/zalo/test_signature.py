import pytest

from bot.channels.zalo.account import Account
from bot.channels.zalo.signature import mac, signed
from tests.fakes.zalo.pusher import signed as headers
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import account_of

RAW = '{"event_name":"user_send_text","message":{"text":"Xin chào"},"timestamp":"154390853474"}'.encode()
TIME = "154390853474"


@pytest.fixture(name="account")
def _account() -> Account:
    return account_of(FakeZalo())


def test_the_sum_is_the_one_that_zalo_writes_down(account: Account) -> None:
    """A plain SHA-256 of app, body, time and secret, as the program ``sha256sum`` reckons it."""
    assert mac(account, RAW, TIME) == "7720e4f81b3e94fb095b219733518d210d92acc4a585dd60d4f223be17c409dd"


@pytest.mark.parametrize("prefix", ["mac=", "", " mac= "])
@pytest.mark.parametrize("header_time", ["", TIME, "1795312800000"])
def test_every_variant_is_known(account: Account, prefix: str, header_time: str) -> None:
    assert signed(account, RAW, headers(RAW, TIME, prefix=prefix, header_time=header_time))


def test_the_bodys_time_counts_even_where_the_header_tells_another(account: Account) -> None:
    given = headers(RAW, TIME) | {"X-ZEvent-Timestamp": "1"}
    assert signed(account, RAW, given)


def test_capitals_do_not_matter(account: Account) -> None:
    given = headers(RAW, TIME, prefix="")
    given["X-ZEvent-Signature"] = given["X-ZEvent-Signature"].upper()
    assert signed(account, RAW, given)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"X-ZEvent-Signature": "mac="},
        {"X-ZEvent-Signature": "mac=ạ"},
        headers(RAW, TIME, secret="app-secret"),
        headers(RAW, TIME, app="1"),
        headers(RAW, "1"),
        headers(RAW + b" ", TIME),
    ],
    ids=["none", "empty", "strange", "the app's secret", "another app", "another time", "another body"],
)
def test_what_zalo_did_not_sign_is_known_too(account: Account, given: dict[str, str]) -> None:
    assert not signed(account, RAW, given)


@pytest.mark.parametrize("raw", [b"", b"no json", b"[]", b"\xff", b'{"timestamp":null}', b'{"timestamp":{}}'])
def test_a_body_without_a_time_is_signed_by_the_headers_alone(account: Account, raw: bytes) -> None:
    assert signed(account, raw, headers(raw, "", header_time=TIME))
    assert not signed(account, raw, headers(raw, ""))
