"""The page itself: its frame filled with words, and what was said before as data beside it."""

import json
from html import escape
from string import Template

from aiohttp import web
from pydantic import TypeAdapter

from bot.web import words
from bot.web.assets import PAGE, Assets
from bot.web.history import history
from bot.web.visit import Door, chat_of, new_token
from bot.web.wire import Replied, Said
from handlers.deep_links import Opening, read_of_a_stranger
from handlers.language import Language
from handlers.presses import Start
from storage.database import Database

_EVENTS = TypeAdapter(list[Said | Replied])
_DATA = "\0"
_HARMLESS = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})


class Page:
    """Serves the one page there is, and gives a new browser its token."""

    def __init__(self, door: Door, assets: Assets, database: Database, say: Language) -> None:
        self._door = door
        self._database = database
        self._words = words.live(say)
        self._before, self._after = _frame(assets, say)

    def routes(self) -> list[web.RouteDef]:
        """Where the page stands."""
        return [web.get("/", self.serve)]

    async def serve(self, request: web.Request) -> web.Response:
        """The page with the conversation of this browser."""
        known = self._door.token(request)
        response = await self._drawn(request, known)
        self._door.give(request, response, known or new_token())
        return response

    async def framed(self, request: web.Request) -> web.Response:
        """The same in a frame of another site's page; whoever may frame it is told with the response."""
        known = self._door.token(request)
        response = await self._drawn(request, known)
        if known is None:
            self._door.give_in_frame(request, response, new_token())
        return response

    async def _drawn(self, request: web.Request, known: str | None) -> web.Response:
        events = await history(self._database, chat_of(known)) if known else []
        data = {
            "words": self._words,
            "events": _EVENTS.dump_python(events, mode="json"),
            "opening": _opening(request.query.get("start", "")),
        }
        text = f"{self._before}{_as_data(data)}{self._after}"
        response = web.Response(text=text, content_type="text/html")
        response.enable_compression()
        return response


def _opening(payload: str) -> dict[str, str] | None:
    """What a link asks for, to be said as soon as the page is there; nothing that is one's own matter."""
    opening = read_of_a_stranger(payload) if payload else Opening(press=Start().encode())
    if opening.press == Start().encode():
        return None
    return {"press": opening.press} if opening.press else {"text": opening.text}


def _frame(assets: Assets, say: Language) -> tuple[str, str]:
    """The page before its data and after, with all else filled in."""
    frame = Template((PAGE / "index.html").read_text(encoding="utf-8"))
    parts = {name: escape(word) for name, word in words.frame(say).items()}
    parts["assets"] = assets.root
    parts["scripts"] = "\n    ".join(f'<link rel="modulepreload" href="{at}">' for at in assets.scripts())
    parts["buttons"] = "".join(
        f'<button type="button">{escape(text)}</button>' for text in words.suggestions(say)
    )
    before, _, after = frame.substitute(parts, data=_DATA).partition(_DATA)
    return before, after


def _as_data(value: object) -> str:
    """JSON that cannot end the element it stands in, whatever a person typed."""
    return json.dumps(value, ensure_ascii=False).translate(_HARMLESS)
