"""The Zalo official account: whether its token opens it, and how its events are known and brought."""

from collections.abc import AsyncIterator
from datetime import datetime

from aiohttp import ClientSession

from bot import keys
from bot.channels.zalo.account import Account
from bot.channels.zalo.api import Api
from bot.channels.zalo.line import PATIENCE
from bot.channels.zalo.reading import NAME
from bot.channels.zalo.webhook import PATH
from bot.doctor.finding import Finding, Grade
from bot.errors import GrantLostError
from bot.settings import Settings
from handlers.language import Language
from motcua.errors import MotcuaError
from storage import grants
from storage.checkup import HEAD, Standing
from storage.database import Database
from storage.grants import Grant

ABOUT = "Zalo OA"

LOGIN = "motcua zalo login"


class Kept:
    """The token as it lies in the database. It is not renewed: that is the service's, and works once."""

    def __init__(self, token: str) -> None:
        self._token = token

    async def access(self) -> str:
        """The token."""
        return self._token

    async def renewed(self, stale: str) -> str:
        """Raises GrantLostError: there is no other one here."""
        raise GrantLostError(reason="the access token is refused")


async def look(
    settings: Settings, standing: Standing | None, say: Language, now: datetime
) -> AsyncIterator[Finding]:
    """The account that is set up; ``standing`` is the database's, None where it could not be asked."""
    account = Account.of(settings)
    if account is None:
        return
    try:
        grant = await _granted(settings, standing)
        yield await _account(account, grant, say, now)
    except MotcuaError as error:
        mend = say(
            "See what {command} tells, and that the firewall lets us out.", command="motcua zalo status"
        )
        yield Finding(about=ABOUT, told=say.error(error), mend=mend, grade=Grade.BROKEN)
    yield _signed(settings, say)
    yield _brought(settings, say)


async def _granted(settings: Settings, standing: Standing | None) -> Grant | None:
    """The stored tokens. An older database is not opened: that would bring it up to date."""
    if standing is None or standing.version != HEAD:
        return None
    database = await Database.open(settings.url, keys.cipher(settings))
    try:
        async with database.reading() as session:
            return await grants.get(session, NAME)
    finally:
        await database.close()


async def _account(account: Account, grant: Grant | None, say: Language, now: datetime) -> Finding:
    if grant is None:
        told = say("nobody has let us speak for the account yet")
        return Finding(about=ABOUT, told=told, mend=_login(say), grade=Grade.BROKEN)
    if grant.access_until <= now:
        told = say("its token ran out at {at}, and nobody renewed it", at=say.clock(grant.access_until))
        mend = say("Is the service running? Its log says what is in the way.")
        return Finding(about=ABOUT, told=told, mend=mend, grade=Grade.WORTH_A_LOOK)
    async with ClientSession(timeout=PATIENCE) as http:
        found = await Api(account, Kept(grant.access), http).get("/v2.0/oa/getoa")
    return Finding(about=ABOUT, told=say("{name} answers", name=found.get("name", grant.account)))


def _login(say: Language) -> str:
    return say("Let the account's owner agree: {command}", command=LOGIN)


def _signed(settings: Settings, say: Language) -> Finding:
    if settings.zalo_oa_secret is not None:
        return Finding(about=ABOUT, told=say("events are known by the key of the webhook page"))
    told = say("events are known by the app's secret, which Zalo seldom signs with")
    mend = say("Set {name} to the “OA Secret Key” of the app's webhook page.", name="MOTCUA_ZALO_OA_SECRET")
    return Finding(about=ABOUT, told=told, mend=mend, grade=Grade.WORTH_A_LOOK)


def _brought(settings: Settings, say: Language) -> Finding:
    """Zalo tells nobody where it brings events: whoever set it has to compare."""
    address = (settings.origin or "https://…").rstrip("/") + PATH
    return Finding(about=ABOUT, told=say("its webhook page has to name {url}", url=address))
