"""The bureau in a year: cases by month and outcome, recovery, deadlines missed."""
