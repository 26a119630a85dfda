"""The storyboard strip: panels in time, and what a hand does to them."""

from widgets.strip.story_strip import StoryStrip as StoryStrip
