"""A doctor's study and exams: progress, papers, marks, disputed questions."""
