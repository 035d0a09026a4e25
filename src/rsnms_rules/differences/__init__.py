"""Differences of two regulations: first neutral facts, then judgements that are data (docs/comparing.md)."""
