"""Files of moving pictures, still pictures and sound: read, written, and made quick to scrub."""
