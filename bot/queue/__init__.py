"""Where work waits: in this process, or on PostgreSQL through procrastinate."""
