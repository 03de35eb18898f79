"""Courses with question banks, study time that counts only real progress, and exams."""
