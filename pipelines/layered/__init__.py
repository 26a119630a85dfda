"""In-betweens in which each layer moves by itself: found once for a gap, drawn at any time."""
