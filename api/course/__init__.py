"""Courses with their question banks, for the bureau; imported as workbooks."""
