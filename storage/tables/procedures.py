"""Procedures that were imported."""

from sqlalchemy import JSON, Column, Date, String, Table, Text

from storage.columns import Moment
from storage.tables.base import metadata

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
