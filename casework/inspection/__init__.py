"""Inspection before a case (检查): two officers, a notice, one working paper for each problem."""
