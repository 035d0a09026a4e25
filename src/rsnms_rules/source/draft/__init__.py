"""From the text of an act to the draft of its regulation file."""
