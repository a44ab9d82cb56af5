"""Indexes for the archive's lists; databases made since have them from their first tables."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("CREATE INDEX IF NOT EXISTS editions_newest ON editions (slot_at, id)")
    op.execute("CREATE INDEX IF NOT EXISTS editions_of_channel ON editions (channel_id, slot_at, id)")
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE INDEX IF NOT EXISTS stories_labels "
            "ON stories (created_at, id, topics, jurisdictions, instrument, stage)"
        )
