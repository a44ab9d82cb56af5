"""PLATFORMS, loaded by name on demand, so that no chat SDK loads unasked."""
