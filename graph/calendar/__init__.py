"""Deadlines by day: of the cases and doctors' files that a person may see."""
