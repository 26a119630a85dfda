"""What VACE sees of each frame: three rows over the ruler, and what is likely not meant."""
