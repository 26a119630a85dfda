"""A part of a film to work on: a crop that moves with a mask, and the way back into the film."""
