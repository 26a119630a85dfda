"""VACE, Wan's model that makes and edits video. Knows no graph."""
