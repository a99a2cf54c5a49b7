"""What channels need to remember of their own: who may be written to, and by whose leave."""

from sqlalchemy import Column, String, Table

from storage.columns import Moment
from storage.encrypted import Encrypted
from storage.tables.base import metadata

presences = Table(
    "presences",
    metadata,
    Column("channel", String(32), primary_key=True),
    Column("chat", String(128), primary_key=True),
    Column("spoke_at", Moment, nullable=False),
    Column("human_until", Moment),
    Column("phone", Encrypted("presences.phone"), nullable=False, server_default=""),
    comment="When a chat last spoke, until when a human being answers it, and a sealed number for notices.",
)

grants = Table(
    "grants",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("account", String(64), nullable=False),
    Column("access", Encrypted("grants.access"), nullable=False),
    Column("refresh", Encrypted("grants.refresh"), nullable=False),
    Column("access_until", Moment, nullable=False),
    Column("refresh_until", Moment, nullable=False),
    Column("renewed_at", Moment, nullable=False),
    Column("renewing_until", Moment),
    comment="What an account's owner granted us: its tokens, sealed, and who renews them at the moment.",
)
