import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Facts } from '../../ui/Panel';
import type { CaseFile } from './caseFile';
import { lessSaid } from './lessSaid';

/** A proposed penalty with its law, its arithmetic, and who proposed and reviewed it. */
export function ProposalFacts({ one }: { one: CaseFile['proposals'][number] }) {
  const { t } = useTranslation();
  return (
    <Facts
      rows={[
        [
          t('acts.fields.noPenaltyGround'),
          one.noPenalty ? t(`acts.values.${one.noPenalty}`) : null,
        ],
        [t('cases.article'), one.citation],
        [t('cases.base'), <Money key="b" value={one.baseLoss} />],
        [t('cases.multiple'), one.multiple],
        [t('cases.fine'), one.noPenalty ? null : <Money key="f" value={one.fine} />],
        [t('cases.recovery'), <Money key="r" value={one.recovery} />],
        [t('cases.notDemanded'), lessSaid(t, one)],
        [t('cases.suspension'), one.suspensionMonths],
        [t('acts.fields.suspendedDepartment'), one.department],
        [
          t('acts.fields.suspensionGround'),
          one.suspensionGround ? t(`acts.values.${one.suspensionGround}`) : null,
        ],
        [
          t('acts.fields.consequence'),
          one.consequence
            ? t('cases.shownBy', {
                what: one.consequence,
                by: one.consequenceEvidence.join(t('ui.comma')),
              })
            : null,
        ],
        [
          t('acts.fields.fraudSigns'),
          one.intent.map((sign) => t(`acts.values.${sign}`)).join(t('ui.semicolon')),
        ],
        ['', one.notInsured ? t('acts.fields.notInsured') : null],
        [t('cases.formula'), one.formula],
        [t('cases.reasons'), one.reasons],
        [t('cases.proposedBy'), `${one.proposedBy} ${moment(one.proposedAt)}`],
        [t('cases.reviewedBy'), one.reviewedBy ? `${one.reviewedBy} ${one.reviewReasons}` : null],
        ['', one.hearingRight ? t('cases.hearingRight') : null],
      ]}
    />
  );
}
