import { orNothing, type ReportContext } from '../context';
import { body, text, type Section } from '../document';

/** What changed since earlier packages, and why. */
export function changes({ own, say, changes: made }: ReportContext): Section {
  const title = own('changes.title');
  if (made.length === 0) return { id: 'changes', title, blocks: [text(own('changes.none'))] };
  const rows = made.map(({ round, what, from, to, reason }) =>
    body([round, typeof what === 'string' ? what : say(what), orNothing(from), orNothing(to), orNothing(reason)]),
  );
  const columns = ['round', 'what', 'from', 'to', 'reason'].map((key, index) => ({
    header: own(`changes.columns.${key}`),
    align: 'left' as const,
    width: [12, 30, 16, 16, 26][index]!,
  }));
  return { id: 'changes', title, blocks: [{ kind: 'table', caption: null, columns, rows }] };
}
