// A lead waits for its officers' proposal, and no more for whoever decides on it: the next beat folds the open
// ones anew, so that lists and inboxes say so before their next event.
MATCH (c:Case {stage: 'clue'})
SET c.next_mark = '2000-01-01T00:00:00.000000Z';
