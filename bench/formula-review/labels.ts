/** Cells that people marked as wrong, by two labellings. */
export interface Labels {
  readonly first: ReadonlySet<string>;
  /** Without the cells that the labelling looked at and found sound (`no`). */
  readonly second: ReadonlySet<string>;
  readonly both: ReadonlySet<string>;
  /** Marked by one of the two at least: what nobody marked is a false alarm without dispute. */
  readonly either: ReadonlySet<string>;
  key(workbook: string, sheet: string, cell: string): string;
  workbookOf(key: string): string;
}

/** @param text tab-separated, one header line: workbook, sheet, cell, first labelling, second labelling */
export function readLabels(text: string): Labels {
  // The labels' sheet names were trimmed, the workbooks' were not.
  const key = (...place: readonly string[]) => place.map((part) => part.trim()).join('\t');
  const first = new Set<string>();
  const second = new Set<string>();
  for (const line of text.split('\n').slice(1)) {
    const [workbook, sheet, cell, one, other] = line.split('\t');
    if (workbook === undefined || sheet === undefined || cell === undefined) continue;
    if (one) first.add(key(workbook, sheet, cell));
    if (other?.trim() && other.trim() !== 'no') second.add(key(workbook, sheet, cell));
  }
  const both = new Set([...first].filter((cell) => second.has(cell)));
  const either = new Set([...first, ...second]);
  return { first, second, both, either, key, workbookOf: (cell) => cell.split('\t')[0]! };
}
