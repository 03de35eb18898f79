import type { ReactNode } from 'react';

interface PanelProps {
  title: ReactNode;
  extra?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}

/** A titled box of an object page. */
export function Panel({ title, extra, flush, children }: PanelProps) {
  return (
    <section className="panel">
      <header>
        <h2>{title}</h2>
        {extra ? <div className="row">{extra}</div> : null}
      </header>
      <div className={flush ? 'body flush' : 'body'}>{children}</div>
    </section>
  );
}

/** Label and value pairs; pairs without a value are left out, and nothing is drawn where none is left. */
export function Facts({ rows, figures }: { rows: [string, ReactNode][]; figures?: boolean }) {
  const told = rows.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (!told.length) return null;
  return (
    <dl className={figures ? 'facts-grid sums' : 'facts-grid'}>
      {told.map(([label, value], n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two facts may be called the same
        <div key={`${n}.${label}`} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
