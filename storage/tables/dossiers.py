"""Dossiers, their history, and what they said before."""

from sqlalchemy import JSON, Column, ForeignKey, Index, SmallInteger, String, Table, Text

from storage.columns import Moment, RowId
from storage.encrypted import Encrypted, EncryptedJson
from storage.tables.base import metadata

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
    Column("needs", EncryptedJson("dossiers.needs"), nullable=False),
    Column("facts_order", String(160), nullable=False),
    Column("applicant", Encrypted("dossiers.applicant"), nullable=False),
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
    Column("dossier_id", ForeignKey("dossiers.id", ondelete="CASCADE"), primary_key=True),
    Column("at", Moment, primary_key=True),
    Column("status", SmallInteger, nullable=False),
    Column("office", Text, nullable=False),
    Column("text", Encrypted("dossier_steps.text"), nullable=False),
    Column("digest", String(64), primary_key=True),
    comment="The history of a dossier by time of handling; a repeated delivery adds nothing.",
    sqlite_with_rowid=False,
    postgresql_partition_by="RANGE (at)",
)

dossier_changes = Table(
    "dossier_changes",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("dossier_id", ForeignKey("dossiers.id", ondelete="CASCADE"), nullable=False),
    Column("noted_at", Moment, nullable=False),
    Column("before", JSON, nullable=False),
    Column("personal", EncryptedJson("dossier_changes.personal")),
    comment="What a dossier said before it moved on or was corrected: nothing is overwritten unseen.",
    sqlite_autoincrement=True,
)

Index("ix_dossier_changes_dossier_id_id", dossier_changes.c.dossier_id, dossier_changes.c.id)
