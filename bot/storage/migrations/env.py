"""Alembic looks for this file; revisions are run by bot.storage.migrate."""
