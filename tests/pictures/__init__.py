"""Pictures of everything people meet, from the real program's answers: `make pictures`."""
