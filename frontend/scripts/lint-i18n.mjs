// Fails when Chinese text stands in a component instead of a words file, so that the English
// desk is complete by construction. Comments and words/glossary files are exempt.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const HAN = /[\u3400-\u9fff\uff01-\uff5e\u3001-\u3011]/;
const EXEMPT = /(^src\/gql\/|^src\/i18n\/|\/words(\.ts$|\/)|\.test\.tsx?$)/;

/** Blanks out comments but keeps line numbers. */
const withoutComments = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, (c) => c.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1');

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => /\.tsx?$/.test(name) && !EXEMPT.test(name));

let bad = 0;
for (const file of files) {
  withoutComments(readFileSync(file, 'utf8'))
    .split('\n')
    .forEach((line, index) => {
      if (HAN.test(line)) {
        bad += 1;
        console.error(`${file}:${index + 1}: ${line.trim()}`);
      }
    });
}
if (bad) {
  console.error(
    `${bad} line(s) with Chinese text outside the words files; move them to a words.ts`,
  );
  process.exit(1);
}
console.log(`i18n: ${files.length} files without raw text`);
