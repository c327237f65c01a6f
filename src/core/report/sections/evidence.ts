import { orNothing, wordOf, type ReportContext } from '../context';
import { body, text, type Section } from '../document';

/** Documents the figures rest on, each with the hash that tells it from any other. */
export function evidence(context: ReportContext): Section {
  const { own, say, outcome } = context;
  const title = own('evidence.title');
  const keys = ['id', 'kind', 'title', 'file', 'sha256', 'date', 'pages', 'confidential'] as const;
  const rows = outcome.case.evidence.map((row) =>
    body([
      row.ref.id,
      orNothing(row.kind),
      orNothing(row.title),
      orNothing(row.file),
      orNothing(row.sha256),
      orNothing(row.date),
      orNothing(row.pages),
      row.confidential === null ? orNothing(null) : wordOf(context, 'yesNo', row.confidential ? 'yes' : 'no'),
    ]),
  );
  if (rows.length === 0) return { id: 'evidence', title, blocks: [text(own('evidence.none'), 'warning')] };
  const columns = keys.map((key, index) => ({
    header: say(`template.columns.KmcEvidence.${key}`),
    align: 'left' as const,
    width: [8, 10, 22, 16, 20, 10, 7, 7][index]!,
  }));
  return { id: 'evidence', title, blocks: [{ kind: 'table', caption: null, columns, rows }] };
}
