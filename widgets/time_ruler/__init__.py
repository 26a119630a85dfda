"""A ruler of frames: ticks, playhead, marks and shots."""
