"""Printed forms that are filled from a case."""
