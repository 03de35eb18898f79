"""Lists of restorations handled together: one list, one document, every decision by itself."""
