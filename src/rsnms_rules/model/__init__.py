"""The regulation file as frozen pydantic models; knows nothing of graphs, texts or answers."""
