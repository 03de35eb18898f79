"""Exploration of the map: every read is bounded, timed, scoped and masked."""
