"""What is asked around here."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "asked",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("province", sa.String(length=64), nullable=False),
        sa.Column("commune", sa.String(length=96), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("slot", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", "province", "commune", "code", "slot", name=op.f("pk_asked")),
        comment="How often a procedure was answered, by day and place; several slots make one count.",
    )


def downgrade() -> None:
    op.drop_table("asked")
