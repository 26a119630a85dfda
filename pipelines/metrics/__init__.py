"""How good made pictures are: measures of frames and clips against true ones."""
