"""Where a reply stands."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "drawn",
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("chat", sa.String(length=128), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("marks", sa.JSON(), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.PrimaryKeyConstraint("channel", "chat", "key", name=op.f("pk_drawn")),
        comment="Where a channel shows a reply that may change: its own names for those messages.",
    )


def downgrade() -> None:
    op.drop_table("drawn")
