// The certificates on which a doctor's file rests, of before the store kept them: it is told where one
// proves something on two files. An event's data are canonical JSON; what was struck proves nothing.
MATCH (f:DoctorFile)
CALL (f) {
  MATCH (e:Event {stream: 'points:' + f.prac_psn_code})
  WHERE e.type IN ['StudyRecorded', 'ExamRecorded', 'RepairRecorded']
  UNWIND split(e.data, '"certificate":"')[1..] AS part
  RETURN collect(DISTINCT split(part, '"')[0]) AS named
}
CALL (f) {
  MATCH (e:Event {stream: 'points:' + f.prac_psn_code, type: 'LearningStruck'})
  UNWIND split(e.data, '"certificate":"')[1..] AS part
  RETURN collect(DISTINCT split(part, '"')[0]) AS struck
}
SET f.proofs = [one IN named WHERE NOT one IN struck];
