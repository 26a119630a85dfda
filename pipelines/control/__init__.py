"""Pictures that guide a video model: lines, motion, layout, depth and pose of what is given."""
