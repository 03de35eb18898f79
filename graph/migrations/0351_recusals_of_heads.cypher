// Recusals of a head that wait for the other leaders, of before the store kept them: they find them in
// their lists now, and not only after the inspection's next event. An event's data are canonical JSON.
MATCH (i:Inspection) WHERE size(coalesce(i.recusals, [])) > 0 AND i.head_recusals IS NULL
CALL (i) {
  MATCH (e:Event {stream: 'inspection:' + i.inspection_no, type: 'InspectionRecusalRequested'})
  WHERE e.data CONTAINS '"of_head":true'
  RETURN collect(split(split(e.data, '"recusal_id":"')[1], '"')[0]) AS asked
}
SET i.head_recusals = [one IN asked WHERE one IN i.recusals];
