"""How a message lies in the stream: as JSON."""

import json
from dataclasses import fields
from datetime import datetime

from storage.inbox import Envelope


def packed(envelope: Envelope) -> bytes:
    """The envelope as bytes."""
    values = {one.name: getattr(envelope, one.name) for one in fields(Envelope)}
    return json.dumps(values | {"at": envelope.at.isoformat()}, ensure_ascii=False).encode()


def unpacked(data: bytes) -> Envelope:
    """The envelope as it was packed; raises ValueError, KeyError or TypeError for anything else."""
    values = json.loads(data)
    return Envelope(**{**values, "at": datetime.fromisoformat(values["at"])})
