"""The viewer, its playback and its ruler."""
