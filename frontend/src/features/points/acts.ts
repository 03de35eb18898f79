import type { ActSpec } from '../../acts/types';
import { restorationActs } from './acts/restoration';
import { scoresActs } from './acts/scores';

/** Every act that can be offered on a doctor's file. */
export const pointsActs: readonly ActSpec[] = [...scoresActs, ...restorationActs];

/** Acts on one score: started from its row. */
export const SCORE_ACTS = [
  'pointsNotifyScore',
  'pointsAttachReceipt',
  'pointsCorrectService',
  'pointsObject',
  'pointsPaperObjection',
  'pointsResolveObjection',
  'pointsReviewScore',
  'pointsAnnulScore',
] as const;

/** Started from the row of its bar. */
export const BAR_LIFT = 'restorationBarLift';

/** Started from the row of its form; as the next step of the file it asks of which. */
export const APPROVAL_ATTACH = 'pointsAttachApproval';

/** Started from the row of its study record. */
export const STRIKE = 'restorationStrikeLearning';

/** Started from the row of its repair. */
export const REPAIR_DECIDE = 'pointsRepairDecide';
