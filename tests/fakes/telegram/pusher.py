"""Brings updates to the bot's webhook as Telegram does: a chat in order, again until it was taken."""

import asyncio
from typing import Any

from aiohttp import ClientError, ClientSession

RETRY = 0.05
"""Seconds between tries; the real server waits longer and longer."""

Update = dict[str, Any]


class Pusher:
    """``pushed`` are the numbers of the updates that were taken, in order; ``refused`` answers in between."""

    def __init__(self) -> None:
        self.webhook: dict[str, Any] = {}
        self.pushed: list[int] = []
        self.refused: list[int] = []
        self._lanes: dict[str, asyncio.Queue[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def push(self, update: Update) -> None:
        """In line behind what the chat was sent before; presses have a line of their own."""
        lane = _lane(update)
        if lane not in self._lanes:
            self._lanes[lane] = asyncio.Queue()
            self._tasks.add(asyncio.create_task(self._drain(self._lanes[lane])))
        self._lanes[lane].put_nowait(update)

    def stop(self) -> None:
        """Leave the rest."""
        for task in self._tasks:
            task.cancel()

    async def _drain(self, lane: asyncio.Queue[Update]) -> None:
        async with ClientSession() as session:
            while True:
                update = await lane.get()
                await self._bring(session, update)
                self.pushed.append(update["update_id"])

    async def _bring(self, session: ClientSession, update: Update) -> None:
        status = await self._posted(session, update)
        while status >= 300:
            self.refused.append(status)
            await asyncio.sleep(RETRY)
            status = await self._posted(session, update)

    async def _posted(self, session: ClientSession, update: Update) -> int:
        secret = self.webhook.get("secret_token")
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            async with session.post(self.webhook["url"], json=update, headers=headers) as answer:
                return answer.status
        except ClientError:
            return 599


def _lane(update: Update) -> str:
    if "callback_query" in update:
        return f"press {update['callback_query']['from']['id']}"
    said = update.get("message") or update.get("edited_message")
    return str(said["chat"]["id"]) if said else "other"
