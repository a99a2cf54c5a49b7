"""Conversations: where each stands, what was sent, what is to be said, and the lists drawn up in them."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    false,
)

from storage.columns import Moment, RowId
from storage.encrypted import Encrypted
from storage.tables.base import metadata

chats = Table(
    "chats",
    metadata,
    Column("channel", String(32), primary_key=True),
    Column("chat", String(128), primary_key=True),
    Column("state", Encrypted("chats.state"), nullable=False),
    Column("updated_at", Moment, nullable=False),
    comment="Where each conversation stands.",
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("channel", String(32), nullable=False),
    Column("chat", String(128), nullable=False),
    Column("event_id", String(128), nullable=False),
    Column("body", Encrypted("inbox.body"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("outcome", String(32)),
    Column("raw", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("channel", "chat", "event_id"),
    comment="What people sent, claimed once; no outcome yet means not answered yet.",
    sqlite_autoincrement=True,
)

Index("ix_inbox_channel_chat_id", inbox.c.channel, inbox.c.chat, inbox.c.id)

Index(
    "ix_inbox_unfinished",
    inbox.c.id,
    sqlite_where=inbox.c.outcome.is_(None),
    postgresql_where=inbox.c.outcome.is_(None),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("channel", String(32), nullable=False),
    Column("chat", String(128), nullable=False),
    Column("inbox_id", ForeignKey("inbox.id", ondelete="SET NULL")),
    Column("body", Encrypted("outbox.body"), nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("due_at", Moment),
    Column("sent_at", Moment),
    Column("tries", Integer, nullable=False),
    comment="What is to be said; no due time means sent, or given up where it was never sent.",
    sqlite_autoincrement=True,
)

Index("ix_outbox_channel_chat_id", outbox.c.channel, outbox.c.chat, outbox.c.id)

Index("ix_outbox_inbox_id", outbox.c.inbox_id)

Index(
    "ix_outbox_unsent",
    outbox.c.channel,
    outbox.c.chat,
    outbox.c.id,
    sqlite_where=outbox.c.due_at.is_not(None),
    postgresql_where=outbox.c.due_at.is_not(None),
)

checklists = Table(
    "checklists",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("channel", String(32), nullable=False),
    Column("chat", String(128), nullable=False),
    Column("procedure", String(32), nullable=False),
    Column("answers", JSON, nullable=False),
    Column("ticks", JSON, nullable=False),
    Column("updated_at", Moment, nullable=False),
    UniqueConstraint("channel", "chat", "procedure"),
    comment="The papers of one person's case: what they answered and what they ticked off.",
    sqlite_autoincrement=True,
)

drawn = Table(
    "drawn",
    metadata,
    Column("channel", String(32), primary_key=True),
    Column("chat", String(128), primary_key=True),
    Column("key", String(128), primary_key=True),
    Column("marks", JSON, nullable=False),
    Column("at", Moment, nullable=False),
    comment="Where a channel shows a reply that may change: its own names for those messages.",
)

papers = Table(
    "papers",
    metadata,
    Column("channel", String(32), primary_key=True),
    Column("chat", String(128), primary_key=True),
    Column("kind", String(32), primary_key=True),
    Column("at", Moment, nullable=False),
    comment="Kinds of papers that a person wished to be remembered as at hand.",
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("channel", String(32), nullable=False),
    Column("chat", String(128), nullable=False),
    Column("at", Moment, nullable=False),
    Column("text", Encrypted("feedback.text"), nullable=False),
    Column("outcome", String(32), nullable=False),
    Column("code", String(32), nullable=False),
    Column("opinion", String(8), nullable=False),
    Column("reason", String(16), nullable=False),
    comment="Questions that found nothing or whose answer was judged, numbers masked, for officers to read.",
    sqlite_autoincrement=True,
)

Index("ix_feedback_channel_chat", feedback.c.channel, feedback.c.chat)

Index("ix_feedback_at", feedback.c.at)
