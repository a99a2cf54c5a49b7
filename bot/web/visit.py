"""Who is asking: the chat behind a cookie, the address behind a proxy, the page behind a request."""

import hashlib
import re
import secrets
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from aiohttp import web

TOKEN_BYTES = 32
KEPT_FOR = 180 * 24 * 3600
"""Seconds a browser keeps its conversation after the last visit."""

_TOKEN = re.compile(r"[0-9A-Za-z_-]{43}")


def new_token() -> str:
    """The secret that makes a browser the owner of a chat: 256 random bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def chat_of(token: str) -> str:
    """The name of a chat in storage. Whoever reads it there cannot enter the chat with it."""
    return hashlib.sha256(token.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """The chat of a browser, and the network address it comes from."""

    chat: str
    address: str


class Door:
    """Reads who is asking. ``origin`` is the public one where a proxy stands in front, else empty."""

    def __init__(self, origin: str) -> None:
        self._origin = origin.rstrip("/")

    def origin(self, request: web.Request) -> str:
        """Where the page lives, as a browser names it."""
        return self._origin or f"{request.scheme}://{request.host}"

    def secure(self, request: web.Request) -> bool:
        """Whether the browser speaks HTTPS with us or with the proxy."""
        return self.origin(request).startswith("https://")

    def ours(self, request: web.Request) -> bool:
        """Whether the request comes from our own page: browsers name the origin, and only truthfully."""
        return request.headers.get("Origin") == self.origin(request)

    def token(self, request: web.Request) -> str | None:
        """The token this browser was given."""
        name = self._cookie(request)
        token = request.cookies.get(name, "") or request.cookies.get(_framed(name), "")
        return token if _TOKEN.fullmatch(token) else None

    def visitor(self, request: web.Request) -> Visitor | None:
        """Who is asking; None where the browser has no cookie of ours."""
        token = self.token(request)
        return Visitor(chat=chat_of(token), address=self.address(request)) if token else None

    def give(self, request: web.Request, response: web.StreamResponse, token: str) -> None:
        """Hand the browser its token, out of reach of scripts and of other sites.

        In a frame that began with a cookie of its own the new one goes there too.
        """
        if _framed(self._cookie(request)) in request.cookies:
            self.give_in_frame(request, response, token)
            return
        response.set_cookie(
            self._cookie(request),
            token,
            max_age=KEPT_FOR,
            path="/",
            httponly=True,
            samesite="Lax",
            secure=self.secure(request),
        )

    def give_in_frame(self, request: web.Request, response: web.StreamResponse, token: str) -> None:
        """The same for the page in a portal's frame.

        There only a cookie is sent back that says it may be, and the browser keeps one for each portal
        (CHIPS), so nobody can be followed from one to the next.
        """
        name = _framed(self._cookie(request))
        # Written by hand: the standard library knows "Partitioned" only from Python 3.14 on.
        cookie = f"{name}={token}; Max-Age={KEPT_FOR}; Path=/; HttpOnly; SameSite=None; Secure; Partitioned"
        response.headers.add("Set-Cookie", cookie)

    def address(self, request: web.Request) -> str:
        """The network address to count by: a home's whole network for IPv6, the proxy's word behind one."""
        named = request.headers.get("X-Forwarded-For", "") if self._origin else ""
        return _household(named.split(",")[-1].strip() or request.remote or "")

    def _cookie(self, request: web.Request) -> str:
        # With this prefix a browser refuses the cookie from a neighbouring subdomain.
        return "__Host-motcua" if self.secure(request) else "motcua"


def _framed(cookie: str) -> str:
    return f"{cookie}-framed"


def _household(address: str) -> str:
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address):
        return str(ip_network((parsed, 64), strict=False))
    return str(parsed)
