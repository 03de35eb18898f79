// The certificates that officers were named with before the store kept them, the latest of each: they
// are offered where the officer is named again, without waiting for the next event of that case. An
// event's data are canonical JSON, so an officer always reads "account", then "certificate_no".
MATCH (e:Event) WHERE e.type IN ['OfficersAssigned', 'InspectionOpened']
UNWIND split(e.data, '{"account":"')[1..] AS part
WITH split(part, '"')[0] AS account, e.at AS at,
     split(split(split(part, '}')[0], '"certificate_no":"')[1], '"')[0] AS number
WHERE number <> ''
WITH account, number, at ORDER BY at
WITH account, collect(number)[-1] AS number, max(at) AS at
MATCH (a:Account {account: account}) WHERE coalesce(a.certified_at, '') < at
SET a.certificate_no = number, a.certified_at = at;
