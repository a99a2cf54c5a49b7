"""History by year."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, RowId
from storage.years import FIRST, OTHERS, PARTITION, TABLE

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_dossier_steps_dossier_id_at", table_name=TABLE)
    _put_aside()
    op.create_table(
        TABLE,
        *_columns(),
        sa.PrimaryKeyConstraint("dossier_id", "at", "digest", name=op.f("pk_dossier_steps")),
        comment="The history of a dossier by time of handling; a repeated delivery adds nothing.",
        sqlite_with_rowid=False,
        postgresql_partition_by="RANGE (at)",
    )
    if op.get_context().dialect.name == "postgresql":
        op.execute(OTHERS)
        for year in FIRST:
            op.execute(PARTITION.format(year=year, next=year + 1))
    _take_back()


def downgrade() -> None:
    _put_aside()
    op.create_table(
        TABLE,
        sa.Column("id", RowId, nullable=False),
        *_columns(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_steps")),
        sa.UniqueConstraint("dossier_id", "digest", name=op.f("uq_dossier_steps_dossier_id_digest")),
        comment="The history of a dossier by time of handling; a repeated delivery adds nothing.",
        sqlite_autoincrement=True,
    )
    op.create_index("ix_dossier_steps_dossier_id_at", TABLE, ["dossier_id", "at"])
    _take_back()


def _columns() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("dossier_id", RowId, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossiers.id"], name=op.f("fk_dossier_steps_dossier_id"), ondelete="CASCADE"
        ),
    ]


def _put_aside() -> None:
    op.execute(
        "create table dossier_steps_kept as select dossier_id, at, status, office, text, digest from dossier_steps"
    )
    op.drop_table(TABLE)


def _take_back() -> None:
    op.execute(
        "insert into dossier_steps (dossier_id, at, status, office, text, digest) "
        "select dossier_id, at, status, office, text, digest from dossier_steps_kept"
    )
    op.drop_table("dossier_steps_kept")
