from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import ClientSession

from bot.channels.zalo.oauth import Consent, OAuth, challenge, consent
from bot.errors import ChannelAwayError, LoginRefusedError
from tests.fakes.zalo.faults import Fault
from tests.fakes.zalo.server import FakeZalo
from tests.fakes.zalo.talk import account_of

CALLBACK = "https://motcua.example/zalo"
TOKENS = "/v4/oa/access_token"


@pytest.fixture
def oauth(fake: FakeZalo, http: ClientSession) -> OAuth:
    return OAuth(account_of(fake), http)


async def agreed(fake: FakeZalo, http: ClientSession) -> tuple[Consent, dict[str, str]]:
    """The owner opens the address and agrees: what the browser ends up with."""
    wish = consent(account_of(fake), CALLBACK)
    async with http.get(wish.address, allow_redirects=False) as answer:
        query = parse_qs(urlsplit(answer.headers["Location"]).query)
    return wish, {name: values[0] for name, values in query.items()}


def test_the_challenge_is_that_of_rfc_7636() -> None:
    assert (
        challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )


async def test_a_consent_becomes_a_pair(fake: FakeZalo, http: ClientSession, oauth: OAuth) -> None:
    wish, callback = await agreed(fake, http)
    assert len(wish.verifier) == 43
    assert callback["state"] == wish.state
    pair = await oauth.first(callback["code"], wish.verifier)
    assert (pair.access, pair.lives) == (fake.granting.access, timedelta(hours=25))
    assert pair.access not in repr(pair)


async def test_a_code_works_once_and_only_with_its_verifier(
    fake: FakeZalo, http: ClientSession, oauth: OAuth
) -> None:
    wish, callback = await agreed(fake, http)
    with pytest.raises(LoginRefusedError, match="verifier"):
        await oauth.first(callback["code"], "x" * 43)
    with pytest.raises(LoginRefusedError, match="code"):
        await oauth.first(callback["code"], wish.verifier)


async def test_a_code_lives_ten_minutes(fake: FakeZalo, http: ClientSession, oauth: OAuth) -> None:
    wish, callback = await agreed(fake, http)
    fake.now += timedelta(minutes=10)
    with pytest.raises(LoginRefusedError):
        await oauth.first(callback["code"], wish.verifier)


async def test_a_refresh_token_works_once(fake: FakeZalo, oauth: OAuth) -> None:
    _, refresh = fake.granting.first()
    following = await oauth.next(refresh)
    assert following.refresh != refresh
    with pytest.raises(LoginRefusedError, match="-14014 Invalid refresh token"):
        await oauth.next(refresh)
    await oauth.next(following.refresh)


@pytest.mark.parametrize("fault", [Fault(cut=True), Fault(status=502, text="<html>")], ids=["cut", "502"])
async def test_a_failure_of_the_way_is_no_refusal(fake: FakeZalo, oauth: OAuth, fault: Fault) -> None:
    _, refresh = fake.granting.first()
    fake.fail(TOKENS, fault)
    with pytest.raises(ChannelAwayError):
        await oauth.next(refresh)
    await oauth.next(refresh)
