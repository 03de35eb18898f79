"""Keys of other systems: who may read the list of measures without a person signing in."""
