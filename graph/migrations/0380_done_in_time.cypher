// A period ends on the day that its event names: what was done in time and recorded later was missed by nobody.
// The beat folds a stream anew whose moment has come and of which nothing is to be said, and so the year and
// the lists say the same as the case, without waiting for its next event.
MATCH (d:Deadline {missed: true})-[:OF]->(o) WHERE d.ended_at IS NOT NULL
SET o.next_mark = d.ended_at;
