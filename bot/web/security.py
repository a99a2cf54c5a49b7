"""What every response tells the browser: trust nothing but this server, and show this page nowhere else."""

from aiohttp import web

from bot.web.visit import Door

POLICY = "; ".join(
    (
        "default-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "object-src 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",  # "no-referrer" would make a form name no origin
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
ONLY_HTTPS = "max-age=31536000"


class Security:
    """Puts the headers on every response, errors and sockets included."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def protect(self, request: web.Request, response: web.StreamResponse) -> None:
        """Called by aiohttp before the headers of a response leave."""
        response.headers.update(HEADERS)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.popall("Server", None)
        if self._door.secure(request):
            response.headers["Strict-Transport-Security"] = ONLY_HTTPS
