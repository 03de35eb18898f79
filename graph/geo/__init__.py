"""Institutions on the county's map: coordinates from the master data, outlines from one's own file."""
