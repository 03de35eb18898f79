import { actWords } from '../acts/words';
import { phaseWords } from '../app/phases/words';
import { shortcutWords } from '../app/shortcuts/words';
import { frameWords } from '../app/words';
import { aboutWords } from '../features/about/words';
import { boardWords } from '../features/boards/words';
import { calendarWords } from '../features/calendar/words';
import { interviewWords } from '../features/cases/interviews/words';
import { ledgerWords } from '../features/cases/ledger/words';
import { lineWords } from '../features/cases/lines/words';
import { messageWords } from '../features/cases/messages/words';
import { caseWords } from '../features/cases/words';
import { cypherWords } from '../features/console/words';
import { courseWords } from '../features/courses/words';
import { delegationWords } from '../features/delegations/words';
import { documentWords } from '../features/documents/words';
import { exploreWords } from '../features/explore/words';
import { findingWords } from '../features/findings/words';
import { importWords } from '../features/imports/words';
import { inboxWords } from '../features/inbox/words';
import { inspectionWords } from '../features/inspections/words';
import { keyWords } from '../features/keys/words';
import { logWords } from '../features/log/words';
import { measureWords } from '../features/measures/words';
import { noteWords } from '../features/notes/words';
import { noticeWords } from '../features/notices/words';
import { outboxWords } from '../features/outbox/words';
import { parameterWords } from '../features/parameters/words';
import { pointsWords } from '../features/points/words';
import { questionWords } from '../features/questions/words';
import { restorationWords } from '../features/restoration/words';
import { reviewWords } from '../features/reviews/words';
import { ringChangeWords } from '../features/rings/change/words';
import { frequentWords } from '../features/rings/frequent/words';
import { ringRunWords } from '../features/rings/run/words';
import { ringWords } from '../features/rings/words';
import { ruleWords } from '../features/rules/words';
import { samenessWords } from '../features/sameness/words';
import { sessionWords } from '../features/session/words';
import { studyWords } from '../features/study/words';
import { userWords } from '../features/users/words';
import { yearWords } from '../features/year/words';
import { graphWords } from '../graph/words';
import { codeWords } from '../ui/codes/words';
import { uiWords } from '../ui/words';
import { glossary } from './glossary';

/** All words, by feature; each feature keeps both languages in its own `words.ts`. */
const all = {
  acts: actWords,
  about: aboutWords,
  boards: boardWords,
  calendar: calendarWords,
  cases: caseWords,
  codes: codeWords,
  courses: courseWords,
  delegations: delegationWords,
  documents: documentWords,
  cypher: cypherWords,
  explore: exploreWords,
  findings: findingWords,
  frame: frameWords,
  graph: graphWords,
  imports: importWords,
  inbox: inboxWords,
  inspections: inspectionWords,
  interviews: interviewWords,
  messages: messageWords,
  ledger: ledgerWords,
  lines: lineWords,
  keys: keyWords,
  shortcuts: shortcutWords,
  outbox: outboxWords,
  parameters: parameterWords,
  questions: questionWords,
  log: logWords,
  measures: measureWords,
  notes: noteWords,
  notices: noticeWords,
  phases: phaseWords,
  points: pointsWords,
  restoration: restorationWords,
  reviews: reviewWords,
  rings: ringWords,
  ringChange: ringChangeWords,
  frequent: frequentWords,
  ringRun: ringRunWords,
  rules: ruleWords,
  sameness: samenessWords,
  session: sessionWords,
  study: studyWords,
  ui: uiWords,
  users: userWords,
  year: yearWords,
};

type Room = keyof typeof all;
type Side<L extends 'zh' | 'en'> = { [R in Room]: (typeof all)[R][L] };

const side = <L extends 'zh' | 'en'>(language: L): Side<L> & { g: Record<string, string> } => ({
  ...(Object.fromEntries(
    Object.entries(all).map(([room, both]) => [room, both[language]]),
  ) as Side<L>),
  g: glossary[language],
});

export const zh = side('zh');
export const en = side('en');
