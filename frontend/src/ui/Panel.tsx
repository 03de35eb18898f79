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

/** Label and value pairs; pairs without a value are left out. */
export function Facts({ rows, figures }: { rows: [string, ReactNode][]; figures?: boolean }) {
  return (
    <dl className={figures ? 'facts-grid sums' : 'facts-grid'}>
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
