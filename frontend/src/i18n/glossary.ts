import entries from './glossary.json';

/**
 * The bureau's words, one file for the desk in both languages and for the documentation.
 * Used in other words as `$t(g.finding)`.
 */
const column = (language: 'zh' | 'en'): Record<string, string> =>
  Object.fromEntries(entries.map((entry) => [entry.key, entry[language]]));

export const glossary = { zh: column('zh'), en: column('en') };
