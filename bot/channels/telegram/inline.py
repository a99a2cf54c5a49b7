"""Inline mode: ``@bot khai sinh`` typed in any chat offers procedures, and puts the card of one there."""

import contextlib
from collections.abc import Sequence

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from bot.channels.telegram.api import Api, translated
from bot.channels.telegram.keyboard import Keyboard
from bot.channels.telegram.links import link
from bot.channels.telegram.render import parts
from bot.channels.telegram.wire import Asked
from bot.errors import ChannelError
from handlers.card import card
from handlers.language import Languages
from handlers.presses import Card
from handlers.reply import Reply
from handlers.screen import clip
from handlers.services import Services
from handlers.source import source
from knowledge.procedure import Procedure
from motcua.text import clean_line

MOST = 10
KEPT = 300
"""Seconds for which Telegram may give the same answer to everybody."""

_SUMMARY = 100


class Inline:
    """Answers what is typed after our name. Nothing of it is kept: it belongs to somebody else's chat."""

    def __init__(self, api: Api, services: Services) -> None:
        self._api = api
        self._services = services
        self._say = Languages.shipped().of(services.language)

    async def answer(self, asked: Asked) -> None:
        """Offer what may be meant; a refusal harms nobody, the next letter asks again."""
        articles = [self._article(one) for one in await self._meant(clean_line(asked.query))]
        with contextlib.suppress(ChannelError), translated():
            await self._api.answer_inline_query(asked.id, articles, cache_time=KEPT, is_personal=False)

    async def _meant(self, text: str) -> Sequence[Procedure]:
        if not text:
            return ()
        candidates = self._services.matcher.match(text, self._services.home).candidates[:MOST]
        found = [await self._services.library.find(one.code) for one in candidates]
        return [procedure for procedure in found if procedure is not None]

    def _article(self, procedure: Procedure) -> InlineQueryResultArticle:
        say = self._say
        blocks = (*card(say, procedure, self._services.home), source(say, procedure))
        text, *_ = parts(Reply(blocks=blocks), Keyboard())
        ask = say("💬 Ask about your own case")
        way = InlineKeyboardButton(ask, url=link(self._api.username, Card(code=procedure.code).encode()))
        return InlineQueryResultArticle(
            id=procedure.code,
            title=self._services.library.label(procedure.code),
            description=clip(procedure.guide.summary, _SUMMARY) if procedure.guide else None,
            input_message_content=InputTextMessageContent(
                text.html,
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            ),
            reply_markup=InlineKeyboardMarkup([[way]]),
        )
