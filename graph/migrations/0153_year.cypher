// What the year is counted by.
CREATE INDEX case_opened_month IF NOT EXISTS FOR (n:Case) ON (n.opened_month);
CREATE INDEX case_outcome_month IF NOT EXISTS FOR (n:Case) ON (n.outcome_month);
