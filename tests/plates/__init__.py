"""Clean plates and what is removed."""
