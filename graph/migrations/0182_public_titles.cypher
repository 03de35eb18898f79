// Titles of cases against insured persons carry the person's name: lists show it masked, as the name itself.
MATCH (c:Case {party_kind: 'person'}) WHERE size(c.party_name) > 1
WITH c, left(c.party_name, 1) + reduce(stars = '', n IN range(2, size(c.party_name)) | stars + '*') AS masked
SET c.title = replace(c.title, c.party_name, masked);
