import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Money } from '../../ui/Money';

interface Figure {
  code: string;
  title: string;
  amount: string;
}

interface MoneyTableProps {
  figures: readonly Figure[];
  /** How a figure is named; by its title unless it opens something. */
  name?: (figure: Figure) => ReactNode;
}

/** Figures of the year in yuan, one to a line. */
export function MoneyTable({ figures, name = (one) => one.title }: MoneyTableProps) {
  const { t } = useTranslation();
  return (
    <table className="money-table">
      <thead>
        <tr>
          <th>{t('year.figure')}</th>
          <th className="num">{t('year.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((one) => (
          <tr key={one.code}>
            <td>{name(one)}</td>
            <td className="num">
              <Money value={one.amount} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
