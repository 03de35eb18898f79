import { type KeyboardEvent, type MouseEvent, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment, money } from '../../ui/format';
import { Person } from '../people/Person';
import { clockOf, type Dossier, namesOf } from './dossier';
import { VerdictMark } from './VerdictMark';
import './rings.css';

interface MemberGridProps {
  dossier: Dossier;
  /** Members chosen, by number. */
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
  /** Marks (by position) that carry the sentence just looked at. */
  lit: ReadonlySet<number>;
  /** Show the visits behind some marks. */
  onOpen: (marks: readonly number[]) => void;
}

interface Place {
  row: number;
  column: number;
}

const MARK = ['', '·', '●'];
const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
};

/** Who was there on which joint day; a mark says what the colour says, a line below tells the cell. */
export function MemberGrid({ dossier, chosen, onChoose, lit, onOpen }: MemberGridProps) {
  const { t } = useTranslation();
  const base = useId();
  const [at, setAt] = useState<Place | null>(null);
  const { members, days, grid, marks } = dossier;
  const markAt = useMemo(
    () => new Map(marks.map((mark, index) => [`${mark.member}/${mark.day}`, index])),
    [marks],
  );
  const states = [t('rings.absent'), t('rings.present'), t('rings.together')];
  const toggle = (psnNo: string) => {
    const next = new Set(chosen);
    if (!next.delete(psnNo)) next.add(psnNo);
    onChoose(next);
  };
  const press = (event: KeyboardEvent) => {
    const here = at ?? { row: 0, column: 0 };
    const step = STEPS[event.key];
    if (step) {
      const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
      const next = {
        row: clamp(here.row + step[0], members.length - 1),
        column: clamp(here.column + step[1], days.length - 1),
      };
      setAt(next);
      document
        .getElementById(`${base}-${next.row}-${next.column}`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else if (event.key === ' ') {
      const member = members[here.row];
      if (member) toggle(member.psnNo);
    } else if (event.key === 'Enter') {
      const mark = markAt.get(`${here.row}/${here.column}`);
      if (mark !== undefined) onOpen([mark]);
    } else return;
    event.preventDefault();
  };
  const click = (event: MouseEvent) => {
    const cell = event.target instanceof Element ? event.target.closest('td[data-state]') : null;
    const mark = cell && at ? markAt.get(`${at.row}/${at.column}`) : undefined;
    if (mark !== undefined) onOpen([mark]);
  };
  const all = members.length > 0 && members.every((one) => chosen.has(one.psnNo));
  return (
    <>
      <div className="member-grid">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that takes arrow keys is a grid
          role="grid"
          tabIndex={0}
          aria-label={t('rings.grid')}
          aria-activedescendant={at ? `${base}-${at.row}-${at.column}` : undefined}
          onKeyDown={press}
          onClick={click}
          onFocus={() => setAt((before) => before ?? { row: 0, column: 0 })}
        >
          <thead>
            <tr>
              <th scope="col">
                <input
                  type="checkbox"
                  tabIndex={-1}
                  aria-label={t('rings.selectAll')}
                  checked={all}
                  onChange={() => onChoose(new Set(all ? [] : members.map((one) => one.psnNo)))}
                />{' '}
                {t('rings.member')}
              </th>
              <th scope="col">{t('rings.verdict')}</th>
              <th scope="col">{t('rings.attended')}</th>
              {days.map((one, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same day may stand for two institutions
                <th scope="col" key={index} title={one.day}>
                  <span>{one.until ? one.day.slice(0, 7) : one.day.slice(5)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map((member, row) => (
              <tr key={member.psnNo} data-chosen={chosen.has(member.psnNo)}>
                <th scope="row">
                  <input
                    type="checkbox"
                    tabIndex={-1}
                    aria-label={t('rings.select', { who: member.name ?? member.psnNo })}
                    checked={chosen.has(member.psnNo)}
                    onChange={() => toggle(member.psnNo)}
                  />{' '}
                  <Person
                    id={`Patient:${member.psnNo}`}
                    name={member.name ?? null}
                    code={member.psnNo}
                  />{' '}
                  <span className="muted">
                    {[member.age, t(`rings.roles.${member.role as 'core'}`, { defaultValue: '' })]
                      .filter(Boolean)
                      .join(' ')}
                  </span>{' '}
                  {member.also.map((ringId) => (
                    <Link
                      key={ringId}
                      to={`/rings/${ringId}`}
                      title={t('rings.alsoIn', { ringId })}
                    >
                      {ringId}{' '}
                    </Link>
                  ))}
                </th>
                <td>{member.judgement ? <VerdictMark judgement={member.judgement} /> : null}</td>
                <td className="num">{member.attended}</td>
                {days.map((one, column) => {
                  const state = grid[row]?.[column] ?? 0;
                  const mark = markAt.get(`${row}/${column}`);
                  return (
                    <td
                      // biome-ignore lint/suspicious/noArrayIndexKey: cells are addressed by position
                      key={column}
                      id={`${base}-${row}-${column}`}
                      data-state={state}
                      data-at={at?.row === row && at.column === column}
                      data-lit={mark !== undefined && lit.has(mark)}
                      aria-label={t('rings.cell', {
                        who: member.name ?? member.psnNo,
                        day: one.day,
                        state: states[state] ?? '',
                      })}
                      onMouseEnter={() => setAt({ row, column })}
                    >
                      {MARK[state] ?? ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <CellLine
        dossier={dossier}
        at={at}
        mark={at ? markAt.get(`${at.row}/${at.column}`) : undefined}
      />
    </>
  );
}

/** What the cell under the pointer or the keys says, in one line that does not move. */
function CellLine({
  dossier,
  at,
  mark,
}: {
  dossier: Dossier;
  at: Place | null;
  mark: number | undefined;
}) {
  const { t } = useTranslation();
  const nameOf = namesOf(dossier);
  const member = at ? dossier.members[at.row] : undefined;
  const day = at ? dossier.days[at.column] : undefined;
  if (!member || !day) {
    return (
      <div className="cell-line muted" role="status">
        {t('rings.noCell')} · {t('rings.keys')}
      </div>
    );
  }
  const seen = mark === undefined ? undefined : dossier.marks[mark];
  const said = member.judgement;
  const parts = [
    member.name ?? member.psnNo,
    day.day +
      (seen?.off ? t('rings.cellOff', { n: seen.off > 0 ? `+${seen.off}` : seen.off }) : ''),
    seen ? clockOf(seen.minute) : t('rings.absent'),
    nameOf(day.fixmedinsCode),
    seen ? nameOf(seen.doctor) : '',
    seen ? `${money(seen.amount)} ${t('rings.yuan')}` : '',
    seen?.mdtrtId ?? '',
    said?.verdict ? `${t(`rings.verdicts.${said.verdict}`)} ${said.by} ${moment(said.at)}` : '',
  ];
  return (
    <div className="cell-line" role="status">
      {parts.filter(Boolean).join(' · ')}
    </div>
  );
}
