"""First tables, and the full-text index of articles."""

from __future__ import annotations

from alembic import op

from bot.storage.tables import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    bind = op.get_bind()
    metadata.create_all(bind)
    if bind.dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE articles_fts USING fts5(title, summary, body, outlet, content='articles', "
            "content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
        )
        # Kept in step by triggers, so that no step can forget it (SQLite's own recipe for external content).
        out = (
            "INSERT INTO articles_fts(articles_fts, rowid, title, summary, body, outlet) "
            "VALUES ('delete', old.id, old.title, old.summary, old.body, old.outlet);"
        )
        into = (
            "INSERT INTO articles_fts(rowid, title, summary, body, outlet) "
            "VALUES (new.id, new.title, new.summary, new.body, new.outlet);"
        )
        op.execute(f"CREATE TRIGGER articles_fts_in AFTER INSERT ON articles BEGIN {into} END")
        op.execute(f"CREATE TRIGGER articles_fts_out AFTER DELETE ON articles BEGIN {out} END")
        op.execute(
            "CREATE TRIGGER articles_fts_on AFTER UPDATE OF title, summary, body, outlet ON articles "
            f"BEGIN {out} {into} END"
        )
    else:
        op.execute(
            "ALTER TABLE articles ADD COLUMN words tsvector GENERATED ALWAYS AS ("
            "setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', summary), 'B') || "
            "setweight(to_tsvector('simple', left(body, 200000)), 'C')) STORED"
        )
        op.execute("CREATE INDEX articles_words ON articles USING gin (words)")
