"""Many users at once, for `jicha bench`."""
