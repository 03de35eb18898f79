import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { count } from '../../ui/format';
import type { InspectionFile } from './inspectionFile';
import { PaperLinesQuery } from './operations';
import { PAGE, PaperTable } from './PaperTable';

interface Props {
  file: InspectionFile;
  paper: InspectionFile['papers'][number];
}

/** How many visits and lines a paper names; opened, all of them page by page. */
export function PaperBills({ file, paper }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [page, setPage] = useState(1);
  const [{ data, fetching }] = useQuery({
    query: PaperLinesQuery,
    variables: {
      inspectionNo: file.inspectionNo,
      paperId: paper.paperId,
      first: PAGE,
      start: (page - 1) * PAGE,
    },
    pause: !open,
    // A paper is written anew under its number.
    requestPolicy: 'cache-and-network',
  });
  return (
    <>
      <Button
        type="link"
        size="small"
        style={{ padding: 0 }}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {t(open ? 'inspections.hideLines' : 'inspections.showLines', {
          n: count(paper.billCount),
          count: paper.billCount,
        })}
      </Button>
      {open && data?.lines ? (
        <PaperTable found={data.lines} loading={fetching} page={page} onPage={setPage} />
      ) : null}
    </>
  );
}
