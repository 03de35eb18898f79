import { type Choice, namedColleague } from '../../acts/choices';
import type { ColleaguesQuery } from '../../gql/graphql';

type Colleague = ColleaguesQuery['colleagues'][number];

/** Who may chair a hearing of a case or discuss it: leaders and legal reviewers, none of its officers. */
const ROLES: readonly string[] = ['HEAD', 'SUPERVISOR', 'LEGAL_REVIEWER'];

export const leadersFor = (
  people: readonly Colleague[],
  officers: readonly { account: string }[],
): readonly Choice[] =>
  people
    .filter((one) => one.roles.some((role) => ROLES.includes(role)))
    .filter((one) => !officers.some((officer) => officer.account === one.account))
    .map(namedColleague);
