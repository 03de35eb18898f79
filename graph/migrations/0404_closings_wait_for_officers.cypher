// What is left to close waits for its officers' proposal, and no more for whoever decides on it: the next beat
// folds those cases anew, so that lists and inboxes say so before their next event.
MATCH (c:Case)
WHERE c.stage IN ['execution', 'no_penalty', 'referred']
SET c.next_mark = '2000-01-01T00:00:00.000000Z';
