"""Questions to a regulation: one kind of question per module, and the search that free text goes through."""
