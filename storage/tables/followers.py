"""People and dossiers: who proved which, who is told, what they agreed to, and wrong tries."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from storage.columns import Moment, RowId
from storage.tables.base import metadata

follows = Table(
    "follows",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("channel", String(32), nullable=False),
    Column("chat", String(128), nullable=False),
    Column("dossier_id", ForeignKey("dossiers.id", ondelete="CASCADE"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("followed_at", Moment),
    UniqueConstraint("channel", "chat", "dossier_id"),
    comment="Which chat proved which dossier, and whether it is told when that moves.",
    sqlite_autoincrement=True,
)

Index("ix_follows_dossier_id", follows.c.dossier_id)

links = Table(
    "links",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("dossier_id", ForeignKey("dossiers.id", ondelete="CASCADE"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    comment="One-time codes that open a dossier, by their hashes.",
)

Index("ix_links_dossier_id", links.c.dossier_id)

consents = Table(
    "consents",
    metadata,
    Column("channel", String(32), primary_key=True),
    Column("chat", String(128), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("given_at", Moment, nullable=False),
    comment="Which wording a chat agreed to before anything was followed, and when.",
)

notices = Table(
    "notices",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("follow_id", ForeignKey("follows.id", ondelete="CASCADE"), nullable=False),
    Column("change", String(80), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("noted_at", Moment, nullable=False),
    Column("due_at", Moment),
    Column("told_at", Moment),
    Column("outbox_id", ForeignKey("outbox.id", ondelete="SET NULL")),
    UniqueConstraint("follow_id", "change"),
    comment="What a follower is to be told, once for each change; no due time means told.",
    sqlite_autoincrement=True,
)

Index(
    "ix_notices_waiting",
    notices.c.due_at,
    sqlite_where=notices.c.due_at.is_not(None),
    postgresql_where=notices.c.due_at.is_not(None),
)

Index("ix_notices_outbox_id", notices.c.outbox_id)

erasures = Table(
    "erasures",
    metadata,
    Column("receipt", String(16), primary_key=True),
    Column("at", Moment, nullable=False),
    Column("counts", JSON, nullable=False),
    comment="That somebody's data was erased, and how much of it, without whose.",
)

wrong_tries = Table(
    "wrong_tries",
    metadata,
    Column("subject", String(192), primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("paused_until", Moment),
    Column("last_at", Moment, nullable=False),
    comment="Failed proofs by chat and by dossier code, known or not.",
)
