"""How the client talks HTTP: over aiohttp, which is here anyway and takes less processor time than httpx."""

import json
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, FormData, TCPConnector
from telegram._utils.defaultvalue import DEFAULT_NONE, DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

PATIENCE = 5.0
"""Seconds without a word after which a request has failed, unless its call says otherwise."""

UPLOAD = 20.0
"""The same while a file goes up."""


class AiohttpRequest(BaseRequest):
    """One pool of connections. No error names an address: the token stands in it."""

    def __init__(self, connections: int, proxy: str | None = None) -> None:
        self._connections = connections
        self._proxy = proxy
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds an answer may take."""
        return PATIENCE

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            connector = TCPConnector(limit=self._connections)
            self._session = ClientSession(connector=connector, proxy=self._proxy)

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = DEFAULT_NONE,
        write_timeout: Any = DEFAULT_NONE,
        connect_timeout: Any = DEFAULT_NONE,
        pool_timeout: Any = DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Ask and give the answer's status and body; raises TimedOut or NetworkError."""
        if self._session is None:
            raise RuntimeError("the pool is not open")
        files = request_data.multipart_data if request_data else None
        patience = _seconds(read_timeout, UPLOAD if files else PATIENCE)
        timeout = ClientTimeout(
            total=None, sock_connect=_seconds(connect_timeout, PATIENCE), sock_read=patience
        )
        try:
            async with self._session.request(
                method, url, timeout=timeout, **_content(request_data)
            ) as answer:
                return answer.status, await answer.read()
        except TimeoutError:
            raise TimedOut from None
        except (ClientError, OSError) as error:
            raise NetworkError(type(error).__name__) from None


def _seconds(given: Any, otherwise: float) -> float | None:
    return otherwise if isinstance(given, DefaultValue) else given


def _content(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        body = json.dumps(data.parameters, ensure_ascii=False).encode()
        return {"data": body, "headers": {"Content-Type": "application/json"}}
    form = FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, media_type) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=file_name, content_type=media_type)
    return {"data": form}
