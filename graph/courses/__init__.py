"""Courses, study and exams in the store."""
