"""Restorations handled together: lists, one row for each doctor, several decided at once."""
