"""Co-visits found by comparing days, not patients: cost follows visits, never pairs.

Appearances become packed integers; each place's days are compared with one another in a dense
matrix; what overlaps more than chance is refined by likelihood ratio into members and events.
"""
