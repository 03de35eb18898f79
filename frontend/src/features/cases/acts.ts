import type { ActSpec } from '../../acts/types';
import { asideActs } from './acts/aside';
import { clockActs } from './acts/clocks';
import { decisionActs } from './acts/decision';
import { documentActs } from './acts/documents';
import { executionActs } from './acts/execution';
import { filingActs } from './acts/filing';
import { handlingActs } from './acts/handling';
import { investigationActs } from './acts/investigation';
import { penaltyActs } from './acts/penalty';
import { referralActs } from './acts/referral';
import { serviceActs } from './acts/service';
import { submitActs } from './acts/submit';
import { interviewActs } from './interviews/acts';
import { ledgerActs } from './ledger/acts';
import { lineActs } from './lines/acts';

/** Every act that can be offered on a case. */
export const caseActs: readonly ActSpec[] = [
  ...filingActs,
  ...investigationActs,
  ...lineActs,
  ...interviewActs,
  ...penaltyActs,
  ...submitActs,
  ...decisionActs,
  ...handlingActs,
  ...referralActs,
  ...clockActs,
  ...asideActs,
  ...executionActs,
  ...serviceActs,
  ...ledgerActs,
  ...documentActs,
];
