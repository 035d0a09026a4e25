"""JSON outputs: objects with a versioned `schema`, shapes as in DESIGN section 5; `shapes` holds their types."""
