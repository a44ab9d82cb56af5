"""Revisions, appended and never edited."""
