"""Looking at frames: the picture, its playback, and comparing two outputs."""
