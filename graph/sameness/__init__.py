"""Same person, same doctor, same place? Pairs that may be one, people's judgements, derived groups."""
