"""Questions: how often which procedure was answered where, and nothing of who asked."""

from sqlalchemy import Column, Date, Integer, SmallInteger, String, Table

from storage.tables.base import metadata

asked = Table(
    "asked",
    metadata,
    Column("day", Date, primary_key=True),
    Column("province", String(64), primary_key=True),
    Column("commune", String(96), primary_key=True),
    Column("code", String(32), primary_key=True),
    Column("slot", SmallInteger, primary_key=True, autoincrement=False),
    Column("times", Integer, nullable=False),
    comment="How often a procedure was answered, by day and place; several slots make one count.",
)
