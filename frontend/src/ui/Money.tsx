import { money, wan } from './format';

/** An amount in yuan; the unit stands in the column head or after it with `unit`. */
export function Money({ value, unit }: { value: string | null | undefined; unit?: string }) {
  if (value == null) return <span className="muted">—</span>;
  return (
    <span className="num" title={`${wan(value)} ×10⁴`}>
      {money(value)}
      {unit ? <span className="muted"> {unit}</span> : null}
    </span>
  );
}
