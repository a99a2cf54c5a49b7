"""What makes the page an app on the phone: a manifest, a worker, and a page that opens without a network."""

from html import escape
from string import Template

from aiohttp import web

from bot.web import words
from bot.web.assets import PAGE, Assets
from handlers.language import Language

PAPER = "#f6f4ef"
"""The colour behind the page while it opens."""

_NEEDED = (
    "css/base.css",
    "css/frame.css",
    "css/turns.css",
    "css/checklist.css",
    "fonts/regular.ttf",
    "fonts/semibold.ttf",
    "icons/gate.svg",
)
"""What the page without a network looks like; its scripts are kept with all others."""


class Offline:
    """Three addresses. The worker keeps the offline page and all it needs, and nothing anybody said."""

    def __init__(self, assets: Assets, say: Language) -> None:
        self._manifest = _manifest(assets, say)
        self._page = _filled("offline.html", assets, words.offline(say))
        self._worker = _filled("worker.js", assets, {"kept": " ".join(_kept(assets))})

    def routes(self) -> list[web.RouteDef]:
        """Where they stand; the worker at the root, since it may speak for nothing above itself."""
        return [
            web.get("/manifest.webmanifest", self.manifest),
            web.get("/offline", self.page),
            web.get("/worker.js", self.worker),
        ]

    async def manifest(self, _: web.Request) -> web.Response:
        """The app's name, colours and icons (W3C Web Application Manifest)."""
        return web.json_response(self._manifest, content_type="application/manifest+json")

    async def page(self, _: web.Request) -> web.Response:
        """The page that shows the lists this device has kept."""
        return web.Response(text=self._page, content_type="text/html")

    async def worker(self, _: web.Request) -> web.Response:
        """The worker; its text changes with any file it keeps, so a browser notices a new version."""
        headers = {"Cache-Control": "no-cache"}
        return web.Response(text=self._worker, content_type="text/javascript", headers=headers)


def _manifest(assets: Assets, say: Language) -> dict[str, object]:
    return {
        "name": "Một Cửa",
        "short_name": "Một Cửa",
        "description": say("Automatic assistant for administrative procedures"),
        "lang": say.name,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            _icon(assets, "gate.svg", "any", "image/svg+xml"),
            _icon(assets, "gate-192.png", "192x192", "image/png", "maskable"),
            _icon(assets, "gate-512.png", "512x512", "image/png", "maskable"),
            _icon(assets, "gate-512.png", "512x512", "image/png"),
        ],
    }


def _icon(assets: Assets, name: str, sizes: str, kind: str, purpose: str = "any") -> dict[str, str]:
    return {"src": f"{assets.root}/icons/{name}", "sizes": sizes, "type": kind, "purpose": purpose}


def _kept(assets: Assets) -> list[str]:
    return ["/offline", *(f"{assets.root}/{name}" for name in _NEEDED), *assets.scripts()]


def _filled(name: str, assets: Assets, parts: dict[str, str]) -> str:
    frame = Template((PAGE / name).read_text(encoding="utf-8"))
    return frame.substitute({key: escape(text) for key, text in parts.items()}, assets=assets.root)
