"""Everything the page loads besides itself: styles, scripts, icons and the letters of Be Vietnam Pro.

All of it is held in memory, zipped once, under an address that changes with any of it: so browsers keep
it for good, and never mix two versions.
"""

import gzip
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import fontpkg_be_vietnam_pro as letters
from aiohttp import web

PAGE = Path(__file__).parent / "page"
FONTS = {"fonts/regular.ttf": "BeVietnamPro-Regular.ttf", "fonts/semibold.ttf": "BeVietnamPro-SemiBold.ttf"}
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
}
FOR_GOOD = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file, plain and zipped."""

    plain: bytes
    zipped: bytes
    type: str


class Assets:
    """The files by name, and the address they stand under."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        names = "".join(f"{name}:{hashlib.sha256(files[name]).hexdigest()}" for name in sorted(files))
        self.root = f"/assets/{hashlib.sha256(names.encode()).hexdigest()[:16]}"
        self._assets = {name: _asset(name, body) for name, body in files.items()}

    @classmethod
    def load(cls) -> Self:
        """The files of this package and the letters of theirs."""
        return cls(dict(_files()))

    def routes(self) -> list[web.RouteDef]:
        """Where the files stand."""
        return [web.get(self.root + "/{name:.+}", self.serve)]

    def scripts(self) -> list[str]:
        """The addresses of the scripts, for the browser to fetch all at once."""
        return [f"{self.root}/{name}" for name in sorted(self._assets) if name.endswith(".js")]

    async def serve(self, request: web.Request) -> web.Response:
        """One file, zipped where the browser understands it."""
        asset = self._assets.get(request.match_info["name"])
        if asset is None:
            raise web.HTTPNotFound
        headers = {"Content-Type": asset.type, "Cache-Control": FOR_GOOD, "Vary": "Accept-Encoding"}
        if "gzip" not in request.headers.get("Accept-Encoding", ""):
            return web.Response(body=asset.plain, headers=headers)
        return web.Response(body=asset.zipped, headers=headers | {"Content-Encoding": "gzip"})


def _files() -> Iterator[tuple[str, bytes]]:
    for path in PAGE.glob("*/*"):
        if path.suffix in TYPES:
            yield path.relative_to(PAGE).as_posix(), path.read_bytes()
    for name, file in FONTS.items():
        yield name, (letters.ROOT / "files" / file).read_bytes()


def _asset(name: str, body: bytes) -> Asset:
    return Asset(body, gzip.compress(body, mtime=0), TYPES[Path(name).suffix])
