"""When a hub was asked for pushes; databases made since have the column from their first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    names = {column["name"] for column in sa.inspect(op.get_bind()).get_columns("websub")}
    if "asked_at" not in names:
        op.add_column("websub", sa.Column("asked_at", sa.Float))
