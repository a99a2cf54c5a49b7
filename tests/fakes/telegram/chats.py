"""What stands in the chats of the fake Telegram, and what each call does with it."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.fakes.telegram import rules
from tests.fakes.telegram.faults import NOT_MODIFIED, bad
from tests.fakes.telegram.files import Sent

BOT = {"id": 123456, "is_bot": True, "first_name": "Một Cửa", "username": "motcua_bot"}
NOW = 1_795_312_800

Params = dict[str, Any]


@dataclass
class Shown:
    """One message of ours as it stands in a chat."""

    id: int
    chat: int
    html: str
    text: str
    buttons: list[list[dict[str, Any]]]
    thread: int | None = None
    file: Sent | None = None


@dataclass
class Chats:
    """``touched`` are the messages that were put or changed, ``settings`` what the bot said of itself."""

    chats: defaultdict[int, list[Shown]] = field(default_factory=lambda: defaultdict(list))
    touched: list[Shown] = field(default_factory=list)
    settings: dict[str, Params] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    _ids: "count[int]" = field(default_factory=lambda: count(1000))

    def next_id(self) -> int:
        return next(self._ids)

    async def _getfile(self, params: Params) -> Any:
        """A file that somebody sent; its size is told by its name where it would be too much to hold here."""
        name = params["file_id"]
        if name not in self.pictures:
            raise bad("invalid file_id")
        size = int(name.removeprefix("heavy-")) if name.startswith("heavy-") else len(self.pictures[name])
        return {"file_id": name, "file_unique_id": name, "file_size": size, "file_path": name}

    async def _getme(self, params: Params) -> Any:
        return BOT

    async def _sendmessage(self, params: Params) -> Any:
        shown = Shown(
            id=self.next_id(),
            chat=params["chat_id"],
            html=params["text"],
            text=_visible(params),
            buttons=_rows(params),
            thread=params.get("message_thread_id"),
        )
        self.chats[shown.chat].append(shown)
        self.touched.append(shown)
        return _message(shown)

    async def _sendphoto(self, params: Params) -> Any:
        return self._sent(params, "photo")

    async def _senddocument(self, params: Params) -> Any:
        return self._sent(params, "document")

    def _sent(self, params: Params, kind: str) -> Any:
        """A file among the messages; it has no text of its own."""
        shown = Shown(
            id=self.next_id(),
            chat=params["chat_id"],
            html="",
            text=params.get("caption", ""),
            buttons=_rows(params),
            thread=params.get("message_thread_id"),
            file=params[kind],
        )
        self.chats[shown.chat].append(shown)
        self.touched.append(shown)
        drawn = {"file_id": f"file-{shown.id}", "file_unique_id": f"f{shown.id}"}
        size = {"width": 1080, "height": 1920}
        return _message(shown) | {kind: [drawn | size] if kind == "photo" else drawn}

    async def _editmessagetext(self, params: Params) -> Any:
        shown = self._shown(params, "message to edit not found")
        self.touched.append(shown)
        changed = (params["text"], _rows(params))
        if changed == (shown.html, shown.buttons):
            raise bad(NOT_MODIFIED)
        shown.html, shown.buttons = changed
        shown.text = _visible(params)
        return _message(shown)

    async def _deletemessage(self, params: Params) -> Any:
        shown = self._shown(params, "message to delete not found")
        self.chats[shown.chat].remove(shown)
        return True

    async def _answercallbackquery(self, params: Params) -> Any:
        return True

    async def _sendchataction(self, params: Params) -> Any:
        return True

    async def _keep(self, params: Params, method: str) -> Any:
        self.settings[f"{method}:{params.get('language_code', '')}"] = params
        return True

    async def _setmycommands(self, params: Params) -> Any:
        return await self._keep(params, "setMyCommands")

    async def _setmydescription(self, params: Params) -> Any:
        return await self._keep(params, "setMyDescription")

    async def _setmyshortdescription(self, params: Params) -> Any:
        return await self._keep(params, "setMyShortDescription")

    async def _setchatmenubutton(self, params: Params) -> Any:
        return await self._keep(params, "setChatMenuButton")

    async def _answerinlinequery(self, params: Params) -> Any:
        return await self._keep(params, "answerInlineQuery")

    def _shown(self, params: Params, otherwise: str) -> Shown:
        found = [one for one in self.chats[params["chat_id"]] if one.id == params["message_id"]]
        if not found:
            raise bad(otherwise)
        return found[0]


def _visible(params: Params) -> str:
    return rules.visible(params["text"])[0] if params.get("parse_mode") == "HTML" else str(params["text"])


def _rows(params: Params) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = (params.get("reply_markup") or {}).get("inline_keyboard", [])
    return rows


def chat_of(chat: int) -> dict[str, Any]:
    """A chat as Telegram describes it."""
    if chat > 0:
        return {"id": chat, "type": "private", "first_name": "An"}
    return {"id": chat, "type": "supergroup", "title": "Tổ dân phố 5"}


def _message(shown: Shown) -> dict[str, Any]:
    return {"message_id": shown.id, "date": NOW, "chat": chat_of(shown.chat), "from": BOT, "text": shown.text}
