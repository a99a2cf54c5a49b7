"""The files of a chat's own replies: pictures to look at, documents to keep. No other chat gets them."""

from urllib.parse import quote

from aiohttp import web

from bot.web.visit import Door, chat_of
from handlers.reply import File, Reply
from storage import outbox
from storage.database import Database

SHOWN = ("image/png",)
"""What a browser shows in the page; anything else it saves."""


class Files:
    """Serves a file by the reply it came with and its place among that reply's files."""

    def __init__(self, door: Door, database: Database) -> None:
        self._door = door
        self._database = database

    def routes(self) -> list[web.RouteDef]:
        """Where the files stand, as ``bot.web.retelling`` addresses them."""
        return [web.get(r"/chat/files/{reply:\d{1,18}}/{index:\d}", self.serve)]

    async def serve(self, request: web.Request) -> web.Response:
        """One file; 404 for any that this browser's chat was not sent."""
        token = self._door.token(request)
        reply = await self._reply(chat_of(token), int(request.match_info["reply"])) if token else None
        index = int(request.match_info["index"])
        if reply is None or index >= len(reply.files):
            raise web.HTTPNotFound
        return _served(reply.files[index])

    async def _reply(self, chat: str, number: int) -> Reply | None:
        async with self._database.reading() as session:
            row = await outbox.get(session, "web", chat, number)
        return Reply.model_validate_json(row.body) if row else None


def _served(file: File) -> web.Response:
    way = "inline" if file.media_type in SHOWN else "attachment"
    headers = {
        "Content-Type": file.media_type,
        "Content-Disposition": f"{way}; filename*=UTF-8''{quote(file.name)}",
    }
    return web.Response(body=file.content, headers=headers)
