import { keep, keepSetting, kept, setting } from './kept';

export interface View {
  name: string;
  search: string;
}

const nameOf = (id: string) => `views.${id}`;

const listOf = (found: unknown): View[] => (Array.isArray(found) ? (found as View[]) : []);

/** The named filters of a list. */
export const viewsKept = (id: string): View[] => [
  ...listOf(setting(nameOf(id))),
  ...listOf(kept(nameOf(id))),
];

/** Keeps them: one with typed text, which may name somebody, only until its person signs out. */
export function keepViews(id: string, views: readonly View[], texts: readonly string[]): void {
  const typed = ({ search }: View) => {
    const asked = new URLSearchParams(search);
    return texts.some((key) => asked.has(key));
  };
  const [named, plain] = [views.filter(typed), views.filter((one) => !typed(one))];
  keep(nameOf(id), named);
  keepSetting(nameOf(id), plain);
}
