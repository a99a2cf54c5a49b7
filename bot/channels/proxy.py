"""The proxy that the environment names for an address.

It is looked up once: a client that is told to trust the environment reads it, and a file of passwords, in
two other threads before each of its requests.
"""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


def proxy(address: str) -> str | None:
    """Where requests to an address go through (HTTPS_PROXY, HTTP_PROXY, NO_PROXY); None: straight there."""
    parts = urlsplit(address)
    return None if proxy_bypass(parts.netloc) else getproxies().get(parts.scheme)
