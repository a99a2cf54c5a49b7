"""What is personal in what a dossier said before, apart from the rest."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("dossier_changes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("personal", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("dossier_changes", schema=None) as batch_op:
        batch_op.drop_column("personal")
