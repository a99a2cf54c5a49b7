"""A bare echo with python-telegram-bot: ``python -m benchmarks.messages.echo_ptb API WEBHOOK TOKEN``."""

import asyncio
import sys
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from bot.web.server import listening


async def echo(update: Update, _: Any) -> None:
    """Say it back."""
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


async def serve(api: str, webhook: str, token: str) -> None:
    """Echo until somebody ends the process."""
    builder = ApplicationBuilder().token(token).base_url(f"{api}/bot").updater(None)
    application = builder.concurrent_updates(256).connection_pool_size(256).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))

    async def take(request: web.Request) -> web.Response:
        await application.update_queue.put(Update.de_json(await request.json(), application.bot))
        return web.Response()

    address = urlsplit(webhook)
    server = web.Application()
    server.router.add_post(address.path, take)
    async with application, listening(server, "127.0.0.1", address.port or 0):
        await application.start()
        await application.bot.set_webhook(webhook)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:]))
