"""What is said between the window and the frame server, and how the server answers."""
