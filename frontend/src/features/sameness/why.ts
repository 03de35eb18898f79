import type { TFunction } from 'i18next';
import type { SamePairPartsFragment } from '../../gql/graphql';

type Pair = {
  bits: number;
  fields: readonly Pick<SamePairPartsFragment['fields'][number], 'name' | 'level' | 'bits'>[];
};

/** What spoke for one being when it was confirmed, in a sentence for the record. */
export function why({ bits, fields }: Pair, t: TFunction): string {
  const spoke = fields.flatMap(({ name, level, bits: weight }) =>
    level && (weight ?? 0) > 0
      ? [`${t(`sameness.names.${name as 'name'}`)} ${t(`sameness.levels.${level as 'equal'}`)}`]
      : [],
  );
  return t('sameness.why', { bits: bits.toFixed(1), spoke: spoke.join(t('ui.semicolon')) });
}
