import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { SameKind } from '../../gql/graphql';
import { SameTornQuery } from './operations';

const KINDS: readonly SameKind[] = ['PATIENT', 'DOCTOR', 'INSTITUTION'];

interface TornNoticeProps {
  onOpen: (kind: SameKind) => void;
}

/** Judgements that contradict each other wait for a person, whatever list is open. */
export function TornNotice({ onOpen }: TornNoticeProps) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: SameTornQuery, requestPolicy: 'cache-and-network' });
  const torn = KINDS.flatMap((kind) => {
    const n = data?.[kind].totalCount ?? 0;
    return n ? [{ kind, n }] : [];
  });
  if (!torn.length) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('sameness.tornWait')}
      action={torn.map(({ kind, n }) => (
        <Button key={kind} size="small" type="text" onClick={() => onOpen(kind)}>
          {t('ui.paren', { a: t(`sameness.kinds.${kind}`), b: n })}
        </Button>
      ))}
    />
  );
}
