"""``motcua run``: the service with its web chat, until it is told to stop."""

import asyncio
import signal
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack

import click

from bot import logs
from bot.alone import alone
from bot.app import App
from bot.channels import lines
from bot.channels.lines import Line
from bot.demo import demo_lines, refuse_in_production, seed
from bot.engine import Role
from bot.intake.http import IntakeDoor
from bot.settings import Settings, load
from bot.web.application import create, watched
from bot.web.channel import WebChannel
from bot.web.health import Health
from bot.web.metrics import Metrics
from bot.web.server import listening
from motcua.clock import utc_now


@click.command()
@click.option("--demo", is_flag=True, help="Seed a handful of invented dossiers and show how to try them.")
@click.option("--host", help="Address to listen on, instead of MOTCUA_HOST.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on, instead of MOTCUA_PORT.")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.ALL.value,
    show_default=True,
    help="What this process does, where MOTCUA_ENGINE=nats runs several.",
)
def run(demo: bool, host: str | None, port: int | None, role: str) -> None:
    """Start the assistant and its web chat."""
    given = {"host": host, "port": port}
    settings = load().model_copy(update={name: value for name, value in given.items() if value is not None})
    logs.set_up(settings)
    asyncio.run(serve(settings, Role(role), demo=demo))


async def serve(settings: Settings, role: Role, *, demo: bool) -> None:
    """Serve until the process is told to stop."""
    if demo:
        refuse_in_production(settings.production)
    channel = WebChannel()
    async with App.open(settings, channel) as app, lines.opened(app) as others:
        if demo:
            await _seed(app)
        async with app.serving(role):
            if role.listens:
                await _listen(app, channel, others, demo=demo)
            else:
                await _answer(app, channel)


async def _answer(app: App, channel: WebChannel) -> None:
    """Answer until we are told to stop; those who watch us have a port to ask at, where one is set."""
    async with AsyncExitStack() as stack:
        click.echo("Một Cửa: answering")
        if (port := app.settings.watch_port) is not None:
            seen = watched(Health(app, channel), _metrics(app))
            click.echo(await stack.enter_async_context(listening(seen, app.settings.host, port)))
        await _told_to_stop()


async def _listen(app: App, channel: WebChannel, others: Sequence[Line], *, demo: bool) -> None:
    """Take people and channels in until we are told to stop, and then let a balancer notice it first."""
    intake = IntakeDoor(app.database, app.hasher)
    application = create(app, channel, intake, _metrics(app))
    for line in others:
        application.add_routes(line.routes())
    async with listening(application, app.settings.host, app.settings.port) as address, _taking(app, others):
        if demo:
            app.links.opened_at(address)
        _greet(address, demo=demo)
        await _told_to_stop()
        channel.close()
        await asyncio.sleep(app.settings.stop_after)


def _metrics(app: App) -> Metrics:
    return Metrics(app.meter, app.database, app.settings.metrics_token.get_secret_value())


def _taking(app: App, others: Sequence[Line]) -> AbstractAsyncContextManager[None]:
    """The lines listening: of many processes one asks and registers for all, while each serves the routes."""
    if app.settings.engine == "lanes":
        return lines.listening(others)
    return alone(app.database.grip, "listening", lambda: lines.listening(others))


async def _seed(app: App) -> None:
    async with app.database.writing() as session:
        await seed(session, app.hasher, utc_now())


def _greet(address: str, *, demo: bool) -> None:
    click.echo(f"Một Cửa: {address}")
    if demo:
        for line in demo_lines():
            click.echo(line)


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
