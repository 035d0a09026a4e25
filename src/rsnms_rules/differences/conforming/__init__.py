"""How duties, channels and indicators of a region are carried by a district."""
