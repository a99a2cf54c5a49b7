"""What every response tells the browser: trust nothing but this server, and show this page nowhere else."""

from aiohttp import web

from bot.web.visit import Door

FRAMED = "/embedded"
"""The page that named origins may show in a frame."""

SCRIPT = "/embed.js"
"""The script that any page may load; what it opens is the framed page."""

_NOBODY = "'none'"


def policy(framers: str) -> str:
    """The Content-Security-Policy of a page that only these may frame."""
    return "; ".join(
        (
            "default-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            f"frame-ancestors {framers}",
            "object-src 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types motcua-worker",
        )
    )


HEADERS = {
    "Content-Security-Policy": policy(_NOBODY),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(self), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",  # "no-referrer" would make a form name no origin
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
ONLY_HTTPS = "max-age=31536000"


class Security:
    """Puts the headers on every response, errors and sockets included."""

    def __init__(self, door: Door, framers: tuple[str, ...] = ()) -> None:
        self._door = door
        self._framed = policy(" ".join(framers) or _NOBODY)

    async def protect(self, request: web.Request, response: web.StreamResponse) -> None:
        """Called by aiohttp before the headers of a response leave."""
        response.headers.update(HEADERS)
        self._open(request.path, response)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.popall("Server", None)
        if self._door.secure(request):
            response.headers["Strict-Transport-Security"] = ONLY_HTTPS

    def _open(self, path: str, response: web.StreamResponse) -> None:
        """The two addresses that other sites may use, each for its one purpose."""
        if path == FRAMED:
            response.headers["Content-Security-Policy"] = self._framed
            del response.headers["X-Frame-Options"]  # it cannot name several origins
        elif path == SCRIPT:
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
