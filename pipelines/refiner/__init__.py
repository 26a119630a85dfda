"""From keyframes to motion: levels of keys, what lies between them, a network that mends it."""
