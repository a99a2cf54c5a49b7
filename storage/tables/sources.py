"""Who delivers dossiers, and a line for each delivery."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table

from storage.columns import Moment, RowId
from storage.tables.base import metadata

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
