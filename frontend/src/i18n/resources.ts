import { frameWords } from '../app/words';
import { graphWords } from '../graph/words';
import { uiWords } from '../ui/words';

/** All words, by feature; each feature keeps both languages in its own `words.ts`. */
export const zh = {
  frame: frameWords.zh,
  ui: uiWords.zh,
  graph: graphWords.zh,
};

export const en = {
  frame: frameWords.en,
  ui: uiWords.en,
  graph: graphWords.en,
};
