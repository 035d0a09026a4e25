"""The use cases behind the public names."""
