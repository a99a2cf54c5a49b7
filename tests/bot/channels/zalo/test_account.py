import hashlib
import hmac
from typing import Any

from bot.channels.zalo.account import Account
from bot.settings import Settings

APP = {"zalo_app_id": "36", "zalo_app_secret": "geheim"}


def account(**given: Any) -> Account | None:
    return Account.of(Settings(_env_file=None, **given))


def test_without_an_app_there_is_no_account() -> None:
    assert account() is None
    assert account(zalo_app_id="36") is None


def test_events_have_a_secret_of_their_own_where_one_is_set() -> None:
    alone, own = account(**APP), account(**APP, zalo_oa_secret="riêng")
    assert alone is not None
    assert own is not None
    assert (alone.oa_secret, own.oa_secret, own.secret) == ("geheim", "riêng", "geheim")


def test_no_secret_is_shown_and_no_slash_doubled() -> None:
    shown = account(**APP, zalo_api="http://127.0.0.1:1/")
    assert shown is not None
    assert "geheim" not in repr(shown)
    assert shown.api == "http://127.0.0.1:1"


def test_a_call_is_proved_only_where_it_is_asked_for() -> None:
    plain, proving = account(**APP), account(**APP, zalo_proof=True)
    assert plain is not None
    assert proving is not None
    assert plain.headers("t") == {"access_token": "t"}
    proof = hmac.new(b"geheim", b"t", hashlib.sha256).hexdigest()
    assert proving.headers("t") == {"access_token": "t", "appsecret_proof": proof}
