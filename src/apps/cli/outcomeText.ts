import type { Analysis } from '../../core/analysis';
import type { Result, StageResult } from '../../core/calculation/types';
import { sheetName } from '../../core/calculation/readiness';
import type { Problem, Severity } from '../../core/case/types';
import { CHOICE_SETS } from '../../core/case/vocabulary';
import { message } from '../../core/message';
import { Decimal } from '../../core/quantity/decimal';
import { fieldSpec } from '../../core/template/fields';
import { sheetCellAddress } from '../../core/workbook/a1';
import { analysisText } from './analysisText';
import { columns, reported, shown } from './layout';
import type { Session } from './terminal';
import type { CalculatedFile } from './workbookFile';

/** The outcome for a person: the two numbers, where they come from, the stages, and what is wrong. */
export function outcomeText(
  session: Session,
  file: string,
  { outcome, notices }: CalculatedFile,
  analysis: Analysis | null,
): string {
  const { assessment, problems } = outcome;
  return [
    `${session.say(message('cli.result.file', { file }))}\n\n`,
    numbers(session, outcome),
    origin(session, outcome),
    stageTable(session, assessment.stages),
    analysisText(session, outcome, analysis),
    settings(session, outcome),
    problemList(session, problems),
    ...notices.map((notice) => `${session.say(notice)}\n`),
  ].join('');
}

type Outcome = CalculatedFile['outcome'];

function numbers({ say }: Session, { case: source, assessment }: Outcome): string {
  const { reductionPerUnit, avoided, timeSense } = assessment;
  const value = (result: Result) =>
    result.value ? `${reported(result.value, result.rounding)} ${result.unit}` : say('cli.result.none');
  const why = [...new Set([...reductionPerUnit.reasons, ...avoided.reasons].map(say))];
  const sense = timeSense ? `  ${say(`cli.result.sense.${timeSense}`)}` : '';
  const year = source.fields['fiscalYear']?.number;
  const rows = [
    [say('cli.result.reduction'), value(reductionPerUnit), ''],
    [say('cli.result.avoided'), value(avoided), avoided.value ? sense.trim() : ''],
  ];
  const period = year ? `  ${say(message('cli.result.year', { year: year.toString() }))}\n` : '';
  return `${columns(rows)}${period}${why.map((reason) => `    ${reason}\n`).join('')}\n`;
}

/** Both equations written out with their numbers. */
function origin({ say }: Session, { case: source, assessment }: Outcome): string {
  const { reductionPerUnit, avoided, contributionRate, segments, stages, readings } = assessment;
  if (!reductionPerUnit.value || stages.length === 0) return '';
  const total = (key: 'baseline' | 'product') => stages.reduce((sum, row) => sum.plus(row[key]), new Decimal(0));
  const unit = source.fields['functionalUnit'];
  const per = say(message('cli.result.per', { quantity: unit?.number?.toString() ?? '', unit: unit?.unit ?? '' }));
  const lines = [
    `${say('cli.result.baseline')} ${shown(total('baseline'))} − ${say('cli.result.product')} ${shown(total('product'))} = ${shown(total('baseline').minus(total('product')))} kg-CO2e ${per}`,
    ...deductionLines(say, assessment),
    `${say('cli.result.readings')}: ${readingText(say, readings)}`,
  ];
  if (avoided.value && contributionRate.value) {
    for (const { segment, functionalUnitsPerUnit, unitsOutside, avoided: kilograms, reduction } of segments) {
      const net =
        assessment.settings.find(({ key }) => key === 'outsideReading')?.value === 'outside-share'
          ? reduction.outsideShare
          : reduction.allStages;
      const name = segment === null ? '' : `${segment}: `;
      const factors = `${shown(net ?? new Decimal(0))} kg-CO2e × ${shown(functionalUnitsPerUnit)} × ${shown(unitsOutside)} ${assessment.unitsOutside.unit} × ${shown(contributionRate.value)}`;
      lines.push(`${name}${factors} = ${shown(kilograms.times('0.001'))} t-CO2e`);
    }
    lines.push(say('cli.result.factors-named'));
  }
  return `${say('cli.result.origin')}\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

function deductionLines(say: Session['say'], { deductions }: Outcome['assessment']): string[] {
  const of = deductions.allStages;
  if (!of || (of.rebound.isZero() && of.sideEffects.isZero())) return [];
  const params = { rebound: `${shown(of.rebound)} kg-CO2e`, sideEffects: `${shown(of.sideEffects)} kg-CO2e` };
  return [say(message('cli.result.analysis.deductions', params))];
}

function readingText(say: Session['say'], readings: Outcome['assessment']['readings']): string {
  const value = (decimal: Decimal | null) => (decimal ? `${shown(decimal)} kg-CO2e` : say('cli.result.unknown'));
  return `${say('choices.outsideReading.all-stages')} ${value(readings.allStages)} · ${say('choices.outsideReading.outside-share')} ${value(readings.outsideShare)}`;
}

function stageTable({ say }: Session, stages: readonly StageResult[]): string {
  if (stages.length === 0) return '';
  const header = ['stage', 'baseline', 'product', 'reduction'].map((key) => say(`cli.result.column.${key}`));
  const total = (key: 'baseline' | 'product' | 'reduction') =>
    shown(stages.reduce((sum, row) => sum.plus(row[key]), new Decimal(0)));
  const side = (row: StageResult, key: 'baseline' | 'product') => (row.lines[key] === 0 ? '—' : shown(row[key]));
  const rows = stages.map((row) => [
    say(`choices.stage.${row.stage}`),
    side(row, 'baseline'),
    side(row, 'product'),
    row.lines.baseline + row.lines.product === 0 ? '—' : shown(row.reduction),
  ]);
  const sum = [say('cli.result.column.total'), total('baseline'), total('product'), total('reduction')];
  return `${say('cli.result.stages')}\n${columns([header, ...rows, sum])}\n`;
}

function settings({ say }: Session, { assessment }: Outcome): string {
  const rows = assessment.settings.map(
    ({ key, value, basis, from }) =>
      `  ${say(fieldSpec(key) ? `template.fields.${key}` : `pane.settings.choice.${key}`)}: ${key in CHOICE_SETS ? say(`choices.${key}.${value}`) : value} (${basisText(say, basis)}, ${say(`cli.result.from.${from}`)})\n`,
  );
  return `${say(message('cli.result.settings', { profile: assessment.profile.id, version: assessment.profile.version }))}\n${rows.join('')}\n`;
}

/** `framework:WBCSD` names the framework after the word. */
function basisText(say: Session['say'], basis: string): string {
  const [word = '', name] = basis.split(':');
  const text = say(`choices.basis.${word}`);
  return name ? `${text}: ${name}` : text;
}

const ORDER: readonly Severity[] = ['block', 'warn', 'info'];

function problemList({ say }: Session, problems: readonly Problem[]): string {
  if (problems.length === 0) return `${say('cli.result.no-problems')}\n`;
  const counts = ORDER.map((severity) =>
    say(
      message(`cli.result.count.${severity}`, {
        count: problems.filter((problem) => problem.severity === severity).length,
      }),
    ),
  );
  const sorted = ORDER.flatMap((severity) => problems.filter((problem) => problem.severity === severity));
  const lines = sorted.map(({ severity, cell, table, message: text }) => {
    const place = cell ? sheetCellAddress(cell) : table ? say(sheetName(table)) : say('cli.result.workbook');
    return `  ${say(`cli.severity.${severity}`)}  ${place}  ${say(text)}\n`;
  });
  return `${say('cli.result.problems')}  ${counts.join(' · ')}\n${lines.join('')}`;
}
