"""The penalty procedure: one file per verb, a table of legal moves, a fold."""
