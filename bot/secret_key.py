"""A key that a laptop makes for itself once, so that a first start needs no setting."""

import os
import secrets
from pathlib import Path
from tempfile import NamedTemporaryFile


def kept_key(path: Path) -> bytes:
    """Read the key kept at a path, making it first where there is none.

    The file is readable by its owner alone and appears whole or not at all, so two processes that
    start together end up with the same key.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _publish(path)
    return path.read_bytes()


def _publish(path: Path) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=path.name) as draft:
        draft.write(secrets.token_hex(32).encode())
        draft.flush()
        try:
            os.link(draft.name, path)
        except FileExistsError:
            return
