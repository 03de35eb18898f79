"""Lists of restorations in the store."""
