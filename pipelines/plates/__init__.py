"""Clean plates: what stands behind a thing in a shot, and the shot without the thing."""
