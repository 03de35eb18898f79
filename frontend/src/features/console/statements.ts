import { keep, kept } from '../../ui/kept';

/** A query that the person kept under a name. */
export interface Statement {
  name: string;
  query: string;
  parameters: string;
}

const NAME = 'statements';

/** The kept queries of this account on this machine, by name, until it signs out. */
export function statementsKept(): Statement[] {
  const found = kept(NAME);
  return Array.isArray(found) ? (found as Statement[]) : [];
}

/** Keeps them; a name is kept once, the last one wins. */
export function keepStatements(all: readonly Statement[]): Statement[] {
  const own = [...new Map(all.map((one) => [one.name, one])).values()].sort((a, b) =>
    a.name.localeCompare(b.name),
  );
  keep(NAME, own);
  return own;
}
