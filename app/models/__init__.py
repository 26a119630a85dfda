"""Models in the window's process: errands to the hub and to the disk, and what is on the shelf."""
