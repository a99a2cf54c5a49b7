"""Every table, as SQLAlchemy Core sees it. A change here needs a migration; a test compares the two."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.columns import Moment, RowId

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

chats = Table(
    "chats",
    metadata,
    Column("channel", String(32), primary_key=True),
    Column("chat", String(128), primary_key=True),
    Column("state", Text, nullable=False),
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
    Column("body", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("outcome", String(32)),
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
    Column("body", Text, nullable=False),
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

procedures = Table(
    "procedures",
    metadata,
    Column("code", String(32), primary_key=True),
    Column("name", Text, nullable=False),
    Column("fields", JSON, nullable=False),
    Column("levels", JSON, nullable=False),
    Column("scope", String(16), nullable=False),
    Column("province", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("facts", Text, nullable=False),
    Column("published", Date),
    Column("imported_at", Moment, nullable=False),
    comment="Imported procedures; the shipped ones live in files.",
)

dossiers = Table(
    "dossiers",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("key", String(64), nullable=False, unique=True),
    Column("code", String(64), nullable=False),
    Column("source", Text, nullable=False),
    Column("procedure_code", Text, nullable=False),
    Column("procedure_name", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("status_at", Moment),
    Column("status_order", String(160), nullable=False),
    Column("bare_states", JSON, nullable=False, server_default="[]"),
    Column("submitted_at", Moment),
    Column("received_at", Moment),
    Column("due_at", Moment),
    Column("finished_at", Moment),
    Column("returned_at", Moment),
    Column("needs", JSON, nullable=False),
    Column("facts_order", String(160), nullable=False),
    Column("applicant", Text, nullable=False),
    Column("applicant_kind", String(16), nullable=False),
    Column("phone_proof", String(64), nullable=False),
    Column("identity_proof", String(64), nullable=False),
    Column("phone_owner", String(64), nullable=False, server_default=""),
    Column("key_layers", SmallInteger, nullable=False, server_default="1"),
    Column("applicant_order", String(160), nullable=False),
    comment="Dossiers as their agencies report them, with the applicant masked and hashed.",
    sqlite_autoincrement=True,
)

Index(
    "ix_dossiers_phone_owner",
    dossiers.c.phone_owner,
    sqlite_where=dossiers.c.phone_owner != "",
    postgresql_where=dossiers.c.phone_owner != "",
)

dossier_steps = Table(
    "dossier_steps",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("dossier_id", ForeignKey("dossiers.id", ondelete="CASCADE"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("office", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    UniqueConstraint("dossier_id", "digest"),
    comment="The history of a dossier by time of handling; a repeated delivery adds nothing.",
    sqlite_autoincrement=True,
)
Index("ix_dossier_steps_dossier_id_at", dossier_steps.c.dossier_id, dossier_steps.c.at)

dossier_changes = Table(
    "dossier_changes",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("dossier_id", ForeignKey("dossiers.id", ondelete="CASCADE"), nullable=False),
    Column("noted_at", Moment, nullable=False),
    Column("before", JSON, nullable=False),
    comment="What a dossier said before it moved on or was corrected: nothing is overwritten unseen.",
    sqlite_autoincrement=True,
)
Index("ix_dossier_changes_dossier_id_id", dossier_changes.c.dossier_id, dossier_changes.c.id)

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

sources = Table(
    "sources",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("name", String(64), nullable=False, unique=True),
    Column("client_id", String(32), nullable=False, unique=True),
    Column("secret_hash", String(64), nullable=False),
    Column("signed", Boolean, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    comment="Who may deliver dossiers, and the hash of the secret they prove it with.",
    sqlite_autoincrement=True,
)

intakes = Table(
    "intakes",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("source_id", ForeignKey("sources.id", ondelete="CASCADE"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("service", String(32), nullable=False),
    Column("size", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    comment="One line for each delivery: who, when and how many, and nothing of whose dossiers they were.",
    sqlite_autoincrement=True,
)
Index("ix_intakes_source_id_at", intakes.c.source_id, intakes.c.at)

wrong_tries = Table(
    "wrong_tries",
    metadata,
    Column("subject", String(192), primary_key=True),
    Column("wrong", Integer, nullable=False),
    Column("paused_until", Moment),
    Column("last_at", Moment, nullable=False),
    comment="Failed proofs by chat and by dossier code, known or not.",
)
