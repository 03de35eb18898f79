// Whether its decision is published is asked of a closed case, too, and its deadline runs on: the next beat folds
// those that were closed anew, so that lists and inboxes say so before their next event.
MATCH (c:Case {stage: 'closed'})
SET c.next_mark = '2000-01-01T00:00:00.000000Z';
