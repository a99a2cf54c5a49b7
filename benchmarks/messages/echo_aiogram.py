"""A bare echo with aiogram: ``python -m benchmarks.messages.echo_aiogram API WEBHOOK TOKEN``."""

import asyncio
import sys
from urllib.parse import urlsplit

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bot.web.server import listening


async def echo(message: Message) -> None:
    """Say it back."""
    await message.answer(message.text or "")


async def serve(api: str, webhook: str, token: str) -> None:
    """Echo until somebody ends the process."""
    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(api), limit=256))
    dispatcher = Dispatcher()
    dispatcher.message.register(echo)
    address = urlsplit(webhook)
    server = web.Application()
    SimpleRequestHandler(dispatcher, bot).register(server, address.path)
    async with listening(server, "127.0.0.1", address.port or 0):
        await bot.set_webhook(webhook)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(serve(*sys.argv[1:]))
