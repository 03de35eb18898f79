// What cases found of fraud counts together by their party, and what lists name of them is narrower than it was: the
// next beat folds every case anew that found anything, so that old nodes are right before their next event. Measures
// whose corrected service lacks its signed form carry it since they were corrected, and need nothing.
MATCH (c:Case)
WHERE c.party_key IS NOT NULL AND (c.is_open OR c.fraud_open IS NOT NULL OR c.amount <> '0.00')
SET c.next_mark = '2000-01-01T00:00:00.000000Z';
