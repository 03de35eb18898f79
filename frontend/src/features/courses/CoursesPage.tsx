import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { useLive } from '../../app/live';
import { holds, useMe } from '../../app/session';
import type { CoursePartsFragment } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { Disputes } from './Disputes';
import { ImportCourse } from './ImportCourse';
import { CoursesQuery } from './operations';

const LIVE = ['course:', 'study:'];

/** Courses with their question banks, and the questions that doctors dispute. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const [importing, setImporting] = useState(false);
  const [{ data, error, fetching }, refetch] = useQuery({ query: CoursesQuery });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  useLive(LIVE, reload);
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={reload} />;
  const teaches = holds(me, 'AGENCY_OFFICER', 'SUPERVISOR');
  const button = (
    <Button type="primary" onClick={() => setImporting(true)}>
      {t('courses.import')}
    </Button>
  );
  return (
    <div className="page scroll">
      <div className="page-head">
        <h1>{t('courses.title')}</h1>
        {teaches ? button : null}
      </div>
      <Panel title={t('courses.list')} flush>
        <Table<CoursePartsFragment>
          size="small"
          pagination={false}
          loading={fetching && !data}
          rowKey="id"
          scroll={{ x: 820 }}
          dataSource={[...(data?.courses ?? [])]}
          locale={{
            emptyText: <EmptyState what={t('courses.empty')} step={teaches ? button : null} />,
          }}
          columns={[
            {
              title: t('courses.name'),
              render: (_, one) => (
                <Link to={`/courses/${encodeURIComponent(one.courseId)}`}>{one.title}</Link>
              ),
            },
            { title: t('courses.code'), width: 150, dataIndex: 'courseId' },
            {
              title: t('courses.state'),
              width: 110,
              render: (_, one) => (
                <StatusTag tone={one.retired ? 'stopped' : 'done'}>
                  {t(one.retired ? 'courses.retired' : 'courses.offered')}
                </StatusTag>
              ),
            },
            {
              title: t('courses.version'),
              width: 90,
              render: (_, one) => t('courses.nth', { n: one.number }),
            },
            { title: t('courses.hours'), width: 80, align: 'right', dataIndex: 'hours' },
            { title: t('courses.pages'), width: 80, align: 'right', dataIndex: 'pages' },
            { title: t('courses.questions'), width: 80, align: 'right', dataIndex: 'questions' },
            {
              title: t('courses.rejects'),
              width: 90,
              align: 'right',
              render: (_, one) =>
                one.rejects ? <span className="suspicion">{one.rejects}</span> : 0,
            },
          ]}
        />
      </Panel>
      <Disputes disputes={data?.questionDisputes ?? []} onDone={reload} />
      {importing ? (
        <ImportCourse
          onClose={() => setImporting(false)}
          onDone={() => {
            setImporting(false);
            reload();
          }}
        />
      ) : null}
    </div>
  );
}
