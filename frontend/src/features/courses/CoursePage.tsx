import { Button, Segmented, Select, Table } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useObject } from '../../api/useObject';
import { useObjectName } from '../../app/Crumbs';
import type { CourseOfQuery } from '../../gql/graphql';
import { moment } from '../../ui/format';
import { ObjectPage } from '../../ui/ObjectPage';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { ReasonDialog } from '../sameness/ReasonDialog';
import { CourseQuery, CourseRetire } from './operations';
import { QuestionView } from './QuestionView';
import { RejectTable } from './RejectTable';
import { useCourseAct } from './useCourseAct';

type Detail = NonNullable<CourseOfQuery['course']>;
const PARTS = ['pages', 'questions', 'rejects'] as const;
type Part = (typeof PARTS)[number];

/** One course: its versions, and what each of them holds. */
export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [number, setNumber] = useState<number | null>(null);
  const [part, setPart] = useState<Part>('questions');
  const [retiring, setRetiring] = useState(false);
  const act = useCourseAct();
  const streams = useMemo(() => [`course:${id}`], [id]);
  const {
    value: detail,
    loading,
    trouble,
    reload,
  } = useObject(CourseQuery, { courseId: id, number }, (data) => data.course, id, streams);
  useObjectName(detail?.course.title ?? id);
  const course = detail?.course;
  const retire = async (reasons: string): Promise<boolean> => {
    const input = { courseId: id, reasons, expectedVersion: course?.version ?? null };
    const done = await act.run(CourseRetire, input);
    if (done) reload();
    return done !== null;
  };
  return (
    <>
      <ObjectPage
        loading={loading}
        trouble={trouble}
        onRetry={reload}
        title={course?.title}
        status={
          course ? (
            <StatusTag tone={course.retired ? 'stopped' : 'done'}>
              {t(course.retired ? 'courses.retired' : 'courses.offered')}
            </StatusTag>
          ) : null
        }
        facts={
          course ? (
            <>
              <span className="mono">{course.courseId}</span>
              <span>{t('courses.hoursOf', { n: course.hours })}</span>
            </>
          ) : null
        }
        action={
          detail?.mayTeach && !course?.retired ? (
            <Button danger onClick={() => setRetiring(true)}>
              {t('courses.retire')}
            </Button>
          ) : null
        }
        story={
          detail ? (
            <Panel
              title={
                <Segmented<Part>
                  value={part}
                  onChange={setPart}
                  options={PARTS.map((value) => ({ value, label: t(`courses.${value}`) }))}
                />
              }
              extra={
                <Select
                  style={{ width: 120 }}
                  aria-label={t('courses.version')}
                  value={detail.shown}
                  onChange={setNumber}
                  options={detail.versions.map((one) => ({
                    value: one.number,
                    label: t('courses.nth', { n: one.number }),
                  }))}
                />
              }
            >
              <Contents detail={detail} part={part} />
            </Panel>
          ) : null
        }
        rail={
          detail ? (
            <Panel title={t('courses.versions')}>
              <div className="stack wide">
                {detail.versions.map((one) => (
                  <Facts
                    key={one.number}
                    rows={[
                      [t('courses.version'), t('courses.nth', { n: one.number })],
                      [t('courses.file'), one.fileName],
                      [t('courses.by'), one.by],
                      [t('courses.at'), moment(one.at)],
                      [
                        'SHA-256',
                        <span key="h" className="mono">{`${one.sha256.slice(0, 16)}…`}</span>,
                      ],
                    ]}
                  />
                ))}
              </div>
            </Panel>
          ) : null
        }
      />
      {retiring ? (
        <ReasonDialog
          title={t('courses.retire')}
          onSay={retire}
          onClose={() => setRetiring(false)}
        />
      ) : null}
    </>
  );
}

function Contents({ detail, part }: { detail: Detail; part: Part }) {
  const { t } = useTranslation();
  const shown = detail.versions.find((one) => one.number === detail.shown);
  if (part === 'rejects') return <RejectTable rejects={shown?.rejects ?? []} />;
  if (part === 'pages') {
    return (
      <Table
        size="small"
        pagination={{ pageSize: 20, size: 'small', hideOnSinglePage: true }}
        rowKey={(one) => one.chapter + one.title}
        dataSource={[...detail.pages]}
        expandable={{ expandedRowRender: (one) => <p className="prose">{one.text}</p> }}
        columns={[
          { title: t('courses.chapter'), width: 160, dataIndex: 'chapter' },
          { title: t('courses.pageTitle'), dataIndex: 'title' },
          {
            title: t('courses.length'),
            width: 90,
            align: 'right',
            render: (_, one) => one.text.length,
          },
        ]}
      />
    );
  }
  return (
    <Table
      size="small"
      showHeader={false}
      pagination={{ pageSize: 10, size: 'small', hideOnSinglePage: true }}
      rowKey="questionId"
      dataSource={[...detail.questions]}
      columns={[
        { width: 64, dataIndex: 'questionId' },
        { render: (_, one) => <QuestionView question={one} /> },
      ]}
    />
  );
}
