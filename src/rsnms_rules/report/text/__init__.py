"""Plain text for people, fitted to a terminal."""
