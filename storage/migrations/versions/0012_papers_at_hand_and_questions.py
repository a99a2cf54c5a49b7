"""Which papers a person has at hand, and which questions were not answered well."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment, RowId

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "papers",
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("chat", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("channel", "chat", "kind", name=op.f("pk_papers")),
        comment="Kinds of papers that a person wished to be remembered as at hand.",
    )
    op.create_table(
        "feedback",
        sa.Column("id", RowId, nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("chat", sa.String(length=128), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("opinion", sa.String(length=8), nullable=False),
        sa.Column("reason", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        comment="Questions that found nothing or whose answer was judged, numbers masked, for officers to read.",
        sqlite_autoincrement=True,
    )
    op.create_index("ix_feedback_channel_chat", "feedback", ["channel", "chat"])
    op.create_index("ix_feedback_at", "feedback", ["at"])


def downgrade() -> None:
    op.drop_table("feedback")
    op.drop_table("papers")
