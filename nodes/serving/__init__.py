"""What a worker process and whoever supervises it tell each other. Knows no Qt and no torch."""
