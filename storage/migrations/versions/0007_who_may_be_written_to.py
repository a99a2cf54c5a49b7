"""Who may be written to, and by whose leave."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Moment

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "presences",
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("chat", sa.String(length=128), nullable=False),
        sa.Column("spoke_at", Moment, nullable=False),
        sa.Column("human_until", Moment, nullable=True),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("channel", "chat", name=op.f("pk_presences")),
        comment="When a chat last spoke, until when a human being answers it, and a sealed number for notices.",
    )
    op.create_table(
        "grants",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("access", sa.Text(), nullable=False),
        sa.Column("refresh", sa.Text(), nullable=False),
        sa.Column("access_until", Moment, nullable=False),
        sa.Column("refresh_until", Moment, nullable=False),
        sa.Column("renewed_at", Moment, nullable=False),
        sa.Column("renewing_until", Moment, nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_grants")),
        comment="What an account's owner granted us: its tokens, sealed, and who renews them at the moment.",
    )


def downgrade() -> None:
    op.drop_table("grants")
    op.drop_table("presences")
