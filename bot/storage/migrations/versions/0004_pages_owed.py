"""Pages that failed and are read again; databases made since have the table from their first revision."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    if sa.inspect(op.get_bind()).has_table("pages_owed"):
        return
    op.create_table(
        "pages_owed",
        sa.Column("article_id", ID, primary_key=True, autoincrement=False),
        sa.Column("source_id", ID, nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False, server_default=""),
        sa.Column("trace", sa.Text, nullable=False, server_default=""),
        sa.Column("tries", sa.Integer, nullable=False, server_default="1"),
        sa.Column("due_at", sa.Float),
    )
    op.create_index("pages_owed_due", "pages_owed", ["due_at"])
