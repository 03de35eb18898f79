"""Keys of other systems: their secrets are kept as hashes, beside the events."""
