"""Things found in pictures by words, and where they are over time."""
