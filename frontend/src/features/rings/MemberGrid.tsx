import { useTranslation } from 'react-i18next';
import type { RingDossierQuery } from '../../gql/graphql';
import { Person } from '../people/Person';
import './rings.css';

type Dossier = NonNullable<RingDossierQuery['ringDossier']>;

interface MemberGridProps {
  members: Dossier['members'];
  days: Dossier['days'];
  grid: Dossier['grid'];
}

const MARK = ['', '·', '●'];

/** Who was there on which joint day; a mark says what the colour says. */
export function MemberGrid({ members, days, grid }: MemberGridProps) {
  const { t } = useTranslation();
  const states = [t('rings.absent'), t('rings.present'), t('rings.together')];
  return (
    <div className="member-grid">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('rings.member')}</th>
            <th scope="col">{t('rings.attended')}</th>
            {days.map((one, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same day may stand for two institutions
              <th scope="col" key={index} title={`${one.day} ${one.fixmedinsCode ?? ''}`}>
                <span>{one.until ? one.day.slice(0, 7) : one.day.slice(5)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map((member, row) => (
            <tr key={member.psnNo}>
              <th scope="row" title={member.shared.join(t('ui.semicolon'))}>
                <Person
                  id={`Patient:${member.psnNo}`}
                  name={member.name ?? null}
                  code={member.psnNo}
                />
                {member.age ? <span className="muted"> {member.age}</span> : null}
              </th>
              <td className="num">{member.attended}</td>
              {days.map((one, column) => {
                const state = grid[row]?.[column] ?? 0;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are addressed by position
                  <td key={column} data-state={state} title={`${one.day} ${states[state] ?? ''}`}>
                    {MARK[state] ?? ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
