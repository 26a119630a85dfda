"""What the program needs, each checked in a way that can fail. Heavy libraries load in children."""
