"""What CI systems read: one format a module, all from the plain install."""
