"""Tables and steps; SQLite and PostgreSQL behind one set of functions."""
