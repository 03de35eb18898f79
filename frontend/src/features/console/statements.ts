/** A query that the person kept under a name. */
export interface Statement {
  name: string;
  query: string;
  parameters: string;
}

const keyOf = (account: string) => `jicha.statements.${account}`;

/** The kept queries of this account on this machine, by name. */
export function statementsOf(account: string): Statement[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(account)) ?? '[]') as Statement[];
  } catch {
    return [];
  }
}

/** Keeps them; a name is kept once, the last one wins. */
export function keepStatements(account: string, all: readonly Statement[]): Statement[] {
  const kept = [...new Map(all.map((one) => [one.name, one])).values()].sort((a, b) =>
    a.name.localeCompare(b.name),
  );
  localStorage.setItem(keyOf(account), JSON.stringify(kept));
  return kept;
}
