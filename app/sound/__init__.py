"""What is heard: the sound of the viewer on the machine's device, and the clock that it keeps."""
