import type { ReactNode } from 'react';

interface ReportProps {
  title: string;
  /** The finding in one sentence; its numbers are links to their rows. */
  sentence: ReactNode;
  chart?: ReactNode;
  table: ReactNode;
}

/** Page shape 4: sentence, chart, table, in that order. */
export function Report({ title, sentence, chart, table }: ReportProps) {
  return (
    <section className="panel">
      <header>
        <h2>{title}</h2>
      </header>
      <div className="body stack wide">
        <p style={{ margin: 0, fontSize: 14 }}>{sentence}</p>
        {chart}
        {table}
      </div>
    </section>
  );
}
