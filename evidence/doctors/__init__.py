"""Printed forms of a doctor's file: scores, study, restoration, each filled from the file alone."""
