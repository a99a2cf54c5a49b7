"""The chat inside other pages: one script tag for a portal, and the page it shows in a frame."""

from aiohttp import web

from bot.web.assets import PAGE
from bot.web.page import Page
from bot.web.security import FRAMED, SCRIPT


class Embedding:
    """Answers where the deployment names origins that may frame the chat; without any nothing is here."""

    def __init__(self, page: Page, origins: tuple[str, ...]) -> None:
        self._page = page
        self._origins = origins
        self._script = (PAGE / "embed.js").read_text(encoding="utf-8")

    def routes(self) -> list[web.RouteDef]:
        """Where the script and the framed page stand."""
        return [web.get(SCRIPT, self.script), web.get(FRAMED, self._page.framed)] if self._origins else []

    async def script(self, _: web.Request) -> web.Response:
        """The script; the same for every portal, and looked at anew each hour."""
        headers = {"Cache-Control": "public, max-age=3600"}
        return web.Response(text=self._script, content_type="text/javascript", headers=headers)
