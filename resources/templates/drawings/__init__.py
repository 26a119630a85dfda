"""The drawings of the starter projects, made with the painting code. Not how they are wired."""
