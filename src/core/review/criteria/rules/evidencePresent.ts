import { citedIds } from '../../../case/citedIds';
import type { EvidenceRow } from '../../../case/types';
import { message } from '../../../message';
import { normaliseText } from '../../../quantity/normalise';
import { ILLUSTRATIVE_DOCUMENT } from '../../../template/examples/illustrativeDocument';
import { atField, atRow } from '../at';
import { citations, EVIDENCE_FIELDS } from '../citedEvidence';
import { owning } from '../owned';
import { anyCitation } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';

const ON_SITE = /^(shown on site|現地提示(のみ)?)$/;
const ADDRESS = /^[a-z][a-z0-9+.-]*:\/\//i;
const NONE = /^(none|n\/a|なし|該当なし|-)$/;

/** Every document that is cited is there, unchanged, or is shown on site. */
export const evidencePresent: Rule = {
  id: 'evidence-present',
  criterion: 'G',
  severity: 'block',
  basis: 'seed',
  source: 'The scheme: accuracy of the figures, shown by documents',
  retells: (problem) => problem.column === 'evidence' && problem.message.code === 'reader.reference-missing',
  owns: owning(['reader.blank-expected', 'reader.blank-required'], ['KmcEvidence']),
  judges: anyCitation,
  check: (input) => {
    const cited = new Set(citations(input).map(({ id }) => id));
    return [
      ...unlisted(input),
      ...input.case.evidence.filter(({ ref }) => cited.has(ref.id)).flatMap((row) => ofDocument(input, row)),
    ];
  },
  examples: [
    {
      name: 'at-hand',
      sample: 'radar',
      changes: [],
      given: { evidenceFiles: new Map([[ILLUSTRATIVE_DOCUMENT.file, ILLUSTRATIVE_DOCUMENT.sha256]]) },
      says: 'passes',
    },
    { name: 'not-at-hand', sample: 'radar', changes: [], says: 'info' },
    {
      name: 'no-such-row',
      sample: 'radar',
      changes: [{ table: 'KmcSales', row: 'S1', column: 'evidence', value: 'E7' }],
      says: 'block',
      at: { table: 'KmcSales', row: 'S1', column: 'evidence' },
      alsoChanges: ['units-evidence'],
    },
    {
      name: 'file-not-there',
      sample: 'radar',
      changes: [],
      given: { evidenceFiles: new Map() },
      says: 'block',
      at: { table: 'KmcEvidence', row: 'E9', column: 'file' },
    },
    {
      name: 'not-chosen-yet',
      sample: 'radar',
      changes: [],
      given: { evidenceFiles: new Map(), evidenceOpen: true },
      says: 'unknown',
      at: { table: 'KmcEvidence', row: 'E9', column: 'file' },
    },
    {
      name: 'other-hash',
      sample: 'radar',
      changes: [],
      given: { evidenceFiles: new Map([[ILLUSTRATIVE_DOCUMENT.file, '0'.repeat(64)]]) },
      says: 'block',
      at: { table: 'KmcEvidence', row: 'E9', column: 'sha256' },
    },
    {
      name: 'no-file',
      sample: 'radar',
      changes: [{ table: 'KmcEvidence', row: 'E1', column: 'file', value: 'なし' }],
      given: { evidenceFiles: new Map([[ILLUSTRATIVE_DOCUMENT.file, ILLUSTRATIVE_DOCUMENT.sha256]]) },
      says: 'block',
      at: { table: 'KmcEvidence', row: 'E1', column: 'file' },
    },
    {
      name: 'web-page',
      sample: 'slag-cement',
      changes: [],
      says: 'warn',
      at: { table: 'KmcEvidence', row: 'E1', column: 'file' },
    },
  ],
};

/** Ids that are cited and stand in no row; in tables the reading has found them. */
function unlisted(input: RuleInput): readonly Verdict[] {
  const inTables = input.problems
    .filter(({ column, message: { code } }) => column === 'evidence' && code === 'reader.reference-missing')
    .map(({ cell, table, rowId, column, message: { params } }) => ({
      subject: { table, rowId, column, place: null },
      cells: cell ? [cell] : [],
      message: message('rules.evidence-present.unlisted', { id: params['found'] ?? '' }),
    }));
  const listed = new Set(input.case.evidence.map(({ ref }) => ref.id));
  const inFields = EVIDENCE_FIELDS.flatMap((key) => {
    const unknown = citedIds(input.case.fields[key]?.text).filter((id) => !listed.has(id));
    if (unknown.length === 0) return [];
    return [{ ...atField(input, key), message: message('rules.evidence-present.unlisted', { id: unknown }) }];
  });
  return [...inTables, ...inFields];
}

function ofDocument(input: RuleInput, row: EvidenceRow): readonly Verdict[] {
  const file = normaliseText(row.file ?? '');
  const params = { id: row.ref.id, file };
  if (ON_SITE.test(file.toLowerCase())) return [];
  if (file === '' || NONE.test(file.toLowerCase()))
    return [{ ...atRow(input, row.ref, 'file'), message: message('rules.evidence-present.no-file', params) }];
  if (ADDRESS.test(file))
    return [
      {
        ...atRow(input, row.ref, 'file'),
        severity: 'warn',
        message: message('rules.evidence-present.address', params),
      },
    ];
  return input.evidenceFiles === null ? unseen(input, row) : compared(input, row, input.evidenceFiles);
}

function unseen(input: RuleInput, row: EvidenceRow): readonly Verdict[] {
  const params = { id: row.ref.id, file: row.file! };
  const code = row.sha256 === null ? 'no-hash' : 'unseen';
  const severity = row.sha256 === null ? ('unknown' as const) : ('info' as const);
  return [
    {
      ...atRow(input, row.ref, 'file', 'sha256'),
      severity,
      message: message(`rules.evidence-present.${code}`, params),
    },
  ];
}

function compared(input: RuleInput, row: EvidenceRow, files: ReadonlyMap<string, string>): readonly Verdict[] {
  const name = row.file!.trim().normalize('NFC').replaceAll('\\', '/');
  const params = { id: row.ref.id, file: name };
  const hash = files.get(name);
  if (hash === undefined && input.evidenceOpen) return [notChosen(input, row, params)];
  if (hash === undefined)
    return [{ ...atRow(input, row.ref, 'file'), message: message('rules.evidence-present.not-there', params) }];
  if (row.sha256 === null || row.sha256.trim().toLowerCase() === hash.toLowerCase()) return [];
  return [{ ...atRow(input, row.ref, 'sha256', 'file'), message: message('rules.evidence-present.changed', params) }];
}

/** Half a choice accuses nobody. */
const notChosen = (input: RuleInput, row: EvidenceRow, params: Readonly<Record<string, string>>): Verdict => ({
  ...atRow(input, row.ref, 'file'),
  severity: 'unknown',
  message: message('rules.evidence-present.not-chosen', params),
  settle: message('rules.evidence-present.settle-not-chosen'),
});
