import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trouble } from '../../ui/ErrorState';
import { Panel } from '../../ui/Panel';
import { ChancePanel } from './ChancePanel';
import type { Dossier, Figures } from './dossier';
import { FeePanel } from './FeePanel';
import { JudgeBar, type Wish } from './JudgeBar';
import { MemberGrid } from './MemberGrid';
import { type Asked, RecordsDrawer } from './RecordsDrawer';
import { RefundPanel } from './RefundPanel';
import { RingReport } from './RingReport';
import { SummaryPanel } from './SummaryPanel';

interface DossierStoryProps {
  dossier: Dossier;
  figures: Figures | null;
  trouble: Trouble | null;
  onRetry: () => void;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onWish: (wish: Wish) => void;
  mayJudge: boolean;
  mayCase: boolean;
  asked: Asked | null;
  onAsk: (asked: Asked | null) => void;
}

const NOTHING: ReadonlySet<number> = new Set();

/** The story of a ring, in the order in which it would be told. */
export function DossierStory(props: DossierStoryProps) {
  const { t } = useTranslation();
  const { dossier, figures, chosen, asked } = props;
  // What was opened stays lit in the grid after its drawer is closed.
  const [lit, setLit] = useState<ReadonlySet<number>>(NOTHING);
  const open = (marks: readonly number[], what?: string) => {
    setLit(new Set(what ? marks : []));
    props.onAsk({ marks, ...(what ? { what } : {}) });
  };
  const said = new Map(dossier.members.map((one) => [one.psnNo, one.judgement?.verdict]));
  return (
    <>
      <SummaryPanel
        figures={figures}
        trouble={props.trouble}
        onRetry={props.onRetry}
        onOpen={open}
      />
      <Panel
        title={t('rings.grid')}
        extra={<span className="muted">{t('rings.gridHint')}</span>}
        flush
      >
        {chosen.size ? (
          <JudgeBar
            count={chosen.size}
            judged={[...chosen].every((one) => said.get(one))}
            mayJudge={props.mayJudge}
            mayCase={props.mayCase}
            onWish={props.onWish}
            onClear={() => props.onChoose(new Set())}
          />
        ) : null}
        <MemberGrid
          dossier={dossier}
          chosen={chosen}
          onChoose={props.onChoose}
          lit={lit}
          onOpen={open}
        />
      </Panel>
      {figures ? <ChancePanel dossier={dossier} figures={figures} /> : null}
      <RingReport dossier={dossier} />
      {figures ? <FeePanel dossier={dossier} figures={figures} /> : null}
      {figures?.refunds.length ? <RefundPanel dossier={dossier} figures={figures} /> : null}
      {asked && figures ? (
        <RecordsDrawer
          dossier={dossier}
          figures={figures}
          asked={asked}
          onClose={() => props.onAsk(null)}
        />
      ) : null}
    </>
  );
}
