"""Observations judged against targets, exactly (DESIGN section 4)."""
