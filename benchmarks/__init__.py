"""Scripts that measure the figures of the README. Each prints a table; none decides a test."""
