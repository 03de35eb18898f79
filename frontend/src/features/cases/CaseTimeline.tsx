import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import type { CaseFile } from './caseFile';
import { EventTimeline } from './EventTimeline';
import { CaseEventsQuery } from './operations';

/** So many events come with the page; a case of years has thousands. */
export const NEWEST = 100;

/** The case's events, newest first; the earlier ones of a long case on demand. */
export function CaseTimeline({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [{ data, fetching, error }, again] = useQuery({
    query: CaseEventsQuery,
    variables: { caseNo: file.case.caseNo },
    pause: !all,
  });
  // Events are only ever added: what came earlier stays as it was read.
  const oldest = file.timeline.at(-1)?.seq ?? 0;
  const earlier = (data?.caseFile?.timeline ?? []).filter((one) => one.seq < oldest);
  const missing = file.eventsTotal - file.timeline.length - earlier.length;
  return (
    <>
      <EventTimeline events={[...file.timeline, ...earlier]} />
      {missing > 0 ? (
        <div className="row" style={{ padding: '0 16px 14px' }}>
          <Button
            loading={fetching}
            onClick={() => (error ? again({ requestPolicy: 'network-only' }) : setAll(true))}
          >
            {t('cases.earlier', { n: missing })}
          </Button>
          {error ? <span className="danger">{troubleOf(error)?.what}</span> : null}
        </div>
      ) : null}
    </>
  );
}
