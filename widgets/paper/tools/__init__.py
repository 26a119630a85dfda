"""What the pen does on the paper: one tool, one file."""
