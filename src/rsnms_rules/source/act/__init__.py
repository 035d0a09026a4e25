"""The text of an act: its words, its outline, and the spans that citations point at."""
