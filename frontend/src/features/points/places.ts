interface Practising {
  fixmedinsName: string;
  institutionNames: readonly string[];
}

/** Every place at which somebody practises, the first named one first; a file without any has its own. */
export const placesOf = (row: Practising): readonly string[] =>
  row.institutionNames.length ? [...new Set(row.institutionNames)] : [row.fixmedinsName];
