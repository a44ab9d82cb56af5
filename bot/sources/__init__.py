"""How bytes become entries: one polite way out, one file per kind of source."""
