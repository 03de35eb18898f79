import { type Choice, namedColleague } from '../../acts/choices';
import type { ColleaguesQuery } from '../../gql/graphql';

type Colleague = ColleaguesQuery['colleagues'][number];
type Officers = readonly { account: string }[];

/** Who may chair a hearing of a case: head, deputies, the centre and legal reviewers, none of its officers. */
const CHAIRS: readonly string[] = ['HEAD', 'DEPUTY_HEAD', 'SUPERVISOR', 'LEGAL_REVIEWER'];

const offered = (people: readonly Colleague[], officers: Officers): readonly Choice[] =>
  people
    .filter((one) => !officers.some((officer) => officer.account === one.account))
    .map(namedColleague);

export const chairsFor = (people: readonly Colleague[], officers: Officers) =>
  offered(
    people.filter((one) => one.roles.some((role) => CHAIRS.includes(role))),
    officers,
  );

/** Who decides in the place of a head who withdraws: another head or a deputy. */
const PRINCIPALS: readonly string[] = ['HEAD', 'DEPUTY_HEAD'];

export const standInsFor = (people: readonly Colleague[], asked: readonly string[]) =>
  offered(
    people.filter((one) => one.roles.some((role) => PRINCIPALS.includes(role))),
    [],
  ).filter((one) => !asked.includes(one.value));

/** Whoever is asked to withdraw from a restoration, or has withdrawn: they neither decide nor stand in. */
export const withdrawing = (
  recusals: readonly { officerAccount: string; granted?: boolean | null }[],
): readonly string[] =>
  recusals.filter((one) => one.granted !== false).map((one) => one.officerAccount);

/** Who discusses a case together: the head, deputies and whom the bureau's rule names, none of its officers. */
export const leadersFor = (people: readonly Colleague[], officers: Officers) =>
  offered(
    people.filter((one) => one.discusses),
    officers,
  );

/** Who decides together on a head's withdrawal: the same, and nobody who is himself asked to withdraw. */
export const decidersFor = (
  people: readonly Colleague[],
  officers: Officers,
  asked: readonly string[],
) => leadersFor(people, officers).filter((one) => !asked.includes(one.value));
