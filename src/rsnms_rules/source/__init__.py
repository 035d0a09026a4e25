"""Reading: a narrowed YAML to data with positions beside it, and citations to spans of an act's text."""
