"""``motcua zalo``: the official account's consent, and how things stand with it."""

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs, urlsplit

import click
from aiohttp import ClientSession

from bot.channels.zalo.account import Account
from bot.channels.zalo.api import Api
from bot.channels.zalo.line import PATIENCE
from bot.channels.zalo.oauth import Consent, OAuth, consent
from bot.channels.zalo.status import report
from bot.channels.zalo.tokens import Tokens
from bot.cli.common import with_database
from bot.errors import LoginRefusedError, NoAccountError, SettingsError
from bot.settings import Settings, load
from storage.database import Database

Work = Callable[[Database, ClientSession], Awaitable[str]]


@click.group()
def zalo() -> None:
    """The Zalo official account of this deployment."""


@zalo.command()
def login() -> None:
    """Get the consent of the official account's owner, and store the tokens that Zalo gives for it.

    Prints an address to open in a browser, then asks for the address that the browser ends up at.
    """
    settings = load()
    account = _account(settings)
    if not settings.zalo_callback_url:
        raise SettingsError(name="MOTCUA_ZALO_CALLBACK_URL", problem="it is needed for the consent")
    wish = consent(account, settings.zalo_callback_url)
    click.echo(wish.address)
    answer: str = click.prompt("The address you were sent to, or its code")
    code, official_account = _answered(answer.strip(), wish)

    async def work(database: Database, http: ClientSession) -> str:
        oauth = OAuth(account, http)
        tokens = Tokens(database, oauth)
        pair = await oauth.first(code, wish.verifier)
        await tokens.keep(pair, official_account or settings.zalo_oa_id)
        return await report(Api(account, tokens, http), tokens, settings)

    click.echo(_connected(work))


@zalo.command()
def status() -> None:
    """Show the account, the age of its tokens, what may still be sent, and where Zalo brings events."""
    settings = load()
    account = _account(settings)

    async def work(database: Database, http: ClientSession) -> str:
        tokens = Tokens(database, OAuth(account, http))
        return await report(Api(account, tokens, http), tokens, settings)

    click.echo(_connected(work))


def _account(settings: Settings) -> Account:
    account = Account.of(settings)
    if account is None:
        raise NoAccountError
    return account


def _answered(answer: str, wish: Consent) -> tuple[str, str]:
    """The code and the official account's id out of what was pasted; a code alone names no account."""
    if "?" not in answer:
        return answer, ""
    found = parse_qs(urlsplit(answer).query)
    code, state = (found.get(name, [""])[0] for name in ("code", "state"))
    if not code:
        raise LoginRefusedError(reason="there is no code in the address")
    if state not in ("", wish.state):
        raise LoginRefusedError(reason="the address belongs to another login")
    return code, found.get("oa_id", [""])[0]


def _connected(work: Work) -> str:
    """Do one piece of work with the database and a way out."""

    async def connected(database: Database) -> str:
        async with ClientSession(timeout=PATIENCE) as http:
            return await work(database, http)

    return with_database(connected)
