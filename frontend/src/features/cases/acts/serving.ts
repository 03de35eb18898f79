import type { Field, FieldLabel } from '../../../acts/types';

const by = (way: string) => (values: Record<string, unknown>) => values.way === way;

/** What a way asks for, under the name that it has there. */
const asked = (way: string, label: FieldLabel): Field => ({
  name: 'particulars',
  label,
  kind: 'text',
  when: by(way),
});

/** How a paper was served: the seven ways, and of each what the law demands of it. */
export const serving: readonly Field[] = [
  {
    name: 'way',
    label: 'way',
    kind: 'choice',
    options: ['DIRECT', 'LEFT', 'ELECTRONIC', 'ENTRUSTED', 'MAIL', 'FORWARDED', 'ANNOUNCEMENT'],
  },
  {
    name: 'servedOn',
    label: 'servedOn',
    kind: 'date',
    help: 'servedBy',
    when: (values) => values.way !== 'ANNOUNCEMENT',
  },
  asked('LEFT', 'leftWitness'),
  asked('ELECTRONIC', 'electronicAddress'),
  asked('ENTRUSTED', 'entrustedBody'),
  asked('MAIL', 'mailNumber'),
  asked('FORWARDED', 'forwardedBy'),
  { name: 'consent', label: 'consentPaper', kind: 'evidence', when: by('ELECTRONIC') },
];
