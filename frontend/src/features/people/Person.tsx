import { useClient } from 'urql';
import { Masked } from '../../ui/Masked';
import { PersonalDataReveal } from './operations';

interface PersonProps {
  /** The map's name of the person, e.g. `Patient:<psn_no>`. */
  id: string;
  name: string | null;
  code?: string;
}

/** A person's masked name; the eye asks for a purpose, and the look becomes an event. */
export function Person({ id, name, code }: PersonProps) {
  const client = useClient();
  const reveal = async (purpose: string): Promise<string | null> => {
    const { data } = await client.mutation(PersonalDataReveal, { input: { subject: id, purpose } });
    const answer = data?.result;
    if (answer?.__typename !== 'RevealSuccess') return null;
    return answer.fields
      .map((field) => field.value)
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <span>
      <Masked value={name ?? code ?? '—'} reveal={reveal} />
      {code && name ? <span className="muted"> {code}</span> : null}
    </span>
  );
}
