"""Parameters that the bureau sets for itself."""
