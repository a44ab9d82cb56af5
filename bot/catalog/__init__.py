"""The source catalogue that ships, and the demo newsroom."""
