"""Pictures that people send, where a channel lays them under an address: told along with the event."""

from aiohttp import ClientSession

from bot.errors import PictureTooLargeError

LARGEST = 10 * 1024 * 1024
"""Bytes of one picture; phones send some three megabytes."""

_PIECE = 64 * 1024


class Pictures:
    """Fetches them; no token of ours goes along."""

    def __init__(self, http: ClientSession) -> None:
        self._http = http

    async def fetch(self, address: str) -> bytes:
        """One picture; raises PictureTooLargeError and whatever can go wrong on the way."""
        content = b""
        async with self._http.get(address, raise_for_status=True) as response:
            async for piece in response.content.iter_chunked(_PIECE):
                content += piece
                if len(content) > LARGEST:
                    raise PictureTooLargeError(size=len(content))
        return content
