import { CHOICE_SETS, type ChoiceSet } from '../../case/vocabulary';
import { fieldSpec } from '../../template/fields';
import {
  basisText,
  evidenceText,
  factsOf,
  fieldValue,
  NOTHING,
  orNothing,
  quantity,
  wordOf,
  type ReportContext,
} from '../context';
import { body, heading, text, type Block, type Section, type TableBlock, type TableRow } from '../document';

/** Every choice, condition and named assumption with what it rests on. */
export function assumptions(context: ReportContext): Section {
  return {
    id: 'assumptions',
    title: context.own('assumptions.title'),
    blocks: [
      text(context.own('assumptions.basis'), 'note'),
      choices(context),
      ...parameters(context),
      ...mix(context),
      ...ages(context),
      ...paths(context),
      ...allocation(context),
      ...claims(context),
    ],
  };
}

function tableOf(
  caption: string | null,
  headers: readonly string[],
  widths: readonly number[],
  rows: readonly TableRow[],
  right: readonly number[] = [],
): TableBlock {
  const columns = headers.map((header, index) => ({
    header,
    align: right.includes(index) ? ('right' as const) : ('left' as const),
    width: widths[index]!,
  }));
  return { kind: 'table', caption, columns, rows };
}

export function choices(context: ReportContext): TableBlock {
  const { own, say, outcome } = context;
  const { settings } = outcome.assessment;
  const inForce = settings.map(({ key, value, basis, from }) =>
    body([
      say(fieldSpec(key) ? `template.fields.${key}` : `report.settings.${key}`),
      key in CHOICE_SETS ? wordOf(context, key as ChoiceSet, value) : value,
      basisText(context, basis),
      own(`assumptions.from.${from}`),
    ]),
  );
  const further = [
    'timeSense',
    'gwpSet',
    'coProducts',
    'rebound',
    'reboundReason',
    'roundingMode',
    'reductionDigits',
    'avoidedDigits',
    'grade',
  ];
  const stated = further.flatMap((key) => {
    const value = fieldValue(context, key);
    const basis = outcome.case.fields[key]?.basis;
    if (value === null) return [];
    return [
      body([
        say(`template.fields.${key}`),
        value,
        basis ? basisText(context, basis) : NOTHING,
        own('assumptions.from.workbook'),
      ]),
    ];
  });
  const headers = ['item', 'choice', 'basis', 'from'].map((key) => own(`assumptions.columns.${key}`));
  return tableOf(null, headers, [34, 26, 22, 18], [...inForce, ...stated]);
}

function parameters(context: ReportContext): readonly Block[] {
  const { own, say, outcome } = context;
  const rows = outcome.case.parameters.map(({ ref, item, value, unit, low, high, distribution, evidence }) =>
    body([
      ref.id,
      orNothing(item),
      quantity(value, unit),
      low && high
        ? `${own('range', { from: quantity(low), to: quantity(high) })}\n${wordOf(context, 'distribution', distribution)}`
        : NOTHING,
      evidenceText(context, evidence),
    ]),
  );
  const header = (key: string) => say(`template.columns.KmcParameters.${key}`);
  const headers = [header('symbol'), header('item'), header('value'), own('assumptions.spread'), header('evidence')];
  return rows.length === 0
    ? []
    : [heading(say('template.sheets.parameters')), tableOf(null, headers, [12, 32, 18, 20, 20], rows, [2])];
}

function mix(context: ReportContext): readonly Block[] {
  const { say, outcome } = context;
  const rows = outcome.case.mix.map(({ variant, segment, share, shareBasis, fromYear, toYear, source, evidence }) =>
    body([
      `${orNothing(variant)}${segment === null ? '' : ` (${segment})`}`,
      share ? quantity(share) : fromYear === null ? NOTHING : `${fromYear}–${orNothing(toYear)}`,
      wordOf(context, 'shareBasis', shareBasis),
      orNothing(source),
      evidenceText(context, evidence),
    ]),
  );
  const headers = ['variant', 'share', 'shareBasis', 'source', 'evidence'].map((key) =>
    say(`template.columns.KmcMix.${key}`),
  );
  return rows.length === 0
    ? []
    : [heading(say('template.sheets.mix')), tableOf(null, headers, [24, 12, 18, 26, 20], rows, [1])];
}

function ages({ say, outcome }: ReportContext): readonly Block[] {
  const rows = outcome.case.ages.map(({ segment, age, survival, use }) =>
    body([orNothing(segment), orNothing(age), quantity(survival), quantity(use)]),
  );
  const headers = ['segment', 'age', 'survival', 'use'].map((key) => say(`template.columns.KmcYears.${key}`));
  return rows.length === 0
    ? []
    : [heading(say('template.sheets.years')), tableOf(null, headers, [1, 1, 1, 1], rows, [1, 2, 3])];
}

function paths({ say, outcome }: ReportContext): readonly Block[] {
  const rows = outcome.case.factorPaths.map(({ factorId, year, value, low, high, source }) =>
    body([orNothing(factorId), orNothing(year), quantity(value), quantity(low), quantity(high), orNothing(source)]),
  );
  const headers = ['factorId', 'year', 'value', 'low', 'high', 'source'].map((key) =>
    say(`template.columns.KmcFactorPaths.${key}`),
  );
  return rows.length === 0
    ? []
    : [heading(say('template.sheets.factorPaths')), tableOf(null, headers, [24, 10, 14, 12, 12, 28], rows, [2, 3, 4])];
}

function allocation(context: ReportContext): readonly Block[] {
  const { say, outcome } = context;
  const keys = ['process', 'coProduct', 'method', 'key', 'share', 'evidence'];
  const rows = outcome.case.allocation.map(({ values }) =>
    body(keys.map((key) => (key === 'evidence' ? evidenceText(context, values[key] ?? null) : orNothing(values[key])))),
  );
  const headers = keys.map((key) => say(`template.columns.KmcAllocation.${key}`));
  return rows.length === 0
    ? []
    : [heading(say('template.sheets.allocation')), tableOf(null, headers, [20, 18, 18, 18, 10, 16], rows, [4])];
}

/** What is said about other claims on the same tonnes. */
function claims(context: ReportContext): readonly Block[] {
  const rows = factsOf(context, ['creditsIssued', 'countedElsewhere', 'significantHarm', 'claimText', 'confidential']);
  return rows.length === 0 ? [] : [heading(context.say('template.groups.claims')), { kind: 'facts', rows }];
}
