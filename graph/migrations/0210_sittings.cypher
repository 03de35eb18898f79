// Sittings whose time is over are marked by the beat, and marked again where a question of their
// bank was corrected since: the beat looks once at everybody who sat an exam before.
CREATE INDEX study_mark IF NOT EXISTS FOR (s:Study) ON (s.next_mark);
CREATE INDEX study_recheck IF NOT EXISTS FOR (s:Study) ON (s.recheck);
MATCH (s:Study) SET s.recheck = 'all';
