import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ErrorState, type Trouble } from './ErrorState';
import { useObjectKeys } from './useObjectKeys';

interface ObjectPageProps {
  title: ReactNode;
  status?: ReactNode;
  /** Identity, amount, people: short facts beside the status. */
  facts?: ReactNode;
  /** The one primary action; further acts are quiet buttons before it. */
  action?: ReactNode;
  story: ReactNode;
  rail?: ReactNode;
  loading?: boolean;
  trouble?: Trouble | null;
  onRetry?: () => void;
}

/** Page shape 2: header with one primary action, the story, and a rail. */
export function ObjectPage(props: ObjectPageProps) {
  useObjectKeys();
  if (props.trouble) {
    return (
      <ErrorState trouble={props.trouble} {...(props.onRetry ? { retry: props.onRetry } : {})} />
    );
  }
  if (props.loading) {
    return (
      <div className="page">
        <Skeleton active paragraph={{ rows: 10 }} />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page of text alone is scrolled by keyboard
    <div className="page scroll" tabIndex={0}>
      <div className="page-head">
        <div className="stack grow" style={{ gap: 4 }}>
          <div className="row wrapping">
            <h1 className="wrap">{props.title}</h1>
            {props.status}
          </div>
          {props.facts ? <div className="facts">{props.facts}</div> : null}
        </div>
        <div className="row">{props.action}</div>
      </div>
      {props.rail ? (
        <div className="columns">
          <div className="stack wide" style={{ gap: 12 }}>
            {props.story}
          </div>
          <aside className="stack" style={{ gap: 12 }}>
            {props.rail}
          </aside>
        </div>
      ) : (
        <div className="stack" style={{ gap: 12 }}>
          {props.story}
        </div>
      )}
    </div>
  );
}
