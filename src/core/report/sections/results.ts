import type { StageResult } from '../../calculation/types';
import type { Decimal } from '../../quantity/decimal';
import { reported, unrounded } from '../../../locales/numbers';
import { step } from '../steps';
import { fieldValue, NOTHING, wordOf, type ReportContext } from '../context';
import { body, heading, text, total, type Block, type Section, type TableBlock } from '../document';
import { stageChart } from '../drawings/stageChart';
import { certifiedNumbers, timeSense } from './cover';

const KILOGRAMS = 'kg-CO2e';

/** The two numbers with the steps that lead to them. */
export function results(context: ReportContext): Section {
  return {
    id: 'results',
    title: context.own('results.title'),
    blocks: [
      certifiedNumbers(context),
      text(context.own('results.rounded'), 'note'),
      ...perUnit(context),
      ...whole(context),
    ],
  };
}

/** From the stages to the reduction per functional unit. */
export function perUnit(context: ReportContext): readonly Block[] {
  const { own, say, outcome } = context;
  const { stages } = outcome.assessment;
  if (stages.length === 0) return [];
  const unit = `${KILOGRAMS} / ${fieldValue(context, 'functionalUnit') ?? ''}`;
  return [
    heading(own('results.byStage')),
    {
      kind: 'drawing',
      drawing: stageChart(stages, {
        baseline: say('template.sheets.baseline'),
        product: say('template.sheets.product'),
        stage: (stage) => say(`choices.stage.${stage}`),
        unit,
      }),
      caption: own('results.chartCaption', { unit }),
      description: own('results.chartDescription'),
    },
    stageTable(context, unit),
    ...deductions(context),
    ...readings(context),
  ];
}

function stageTable({ own, say, outcome }: ReportContext, unit: string): TableBlock {
  const { stages, totals } = outcome.assessment;
  const side = (row: StageResult, key: 'baseline' | 'product') => (row.lines[key] === 0 ? NOTHING : step(row[key]));
  const rows = stages.map((row) =>
    body([
      say(`choices.stage.${row.stage}`),
      side(row, 'baseline'),
      side(row, 'product'),
      row.lines.baseline + row.lines.product === 0 ? NOTHING : step(row.reduction),
    ]),
  );
  const sums = totals
    ? [total([own('total'), step(totals.baseline.value), step(totals.product.value), step(totals.reduction.value)])]
    : [];
  const headers = [
    own('results.stage'),
    say('template.sheets.baseline'),
    say('template.sheets.product'),
    own('results.reduction'),
  ];
  return {
    kind: 'table',
    caption: own('results.stageCaption', { unit }),
    columns: headers.map((header, index) => ({ header, align: index === 0 ? 'left' : 'right', width: 1 })),
    rows: [...rows, ...sums],
  };
}

function deductions({ own, outcome }: ReportContext): readonly Block[] {
  const of = outcome.assessment.deductions.allStages;
  if (!of || (of.rebound.isZero() && of.sideEffects.isZero())) return [];
  return [
    text(
      own('results.deductions', {
        rebound: `${step(of.rebound)} ${KILOGRAMS}`,
        sideEffects: `${step(of.sideEffects)} ${KILOGRAMS}`,
      }),
    ),
  ];
}

/** "Net outside" can be read in two ways; both are shown, and which one counts. */
function readings(context: ReportContext): readonly Block[] {
  const { own, say, outcome } = context;
  const { readings: both, settings } = outcome.assessment;
  const certified = settings.find(({ key }) => key === 'outsideReading')?.value ?? null;
  const value = (of: Decimal | null) => (of ? `${step(of)} ${KILOGRAMS}` : own('unknown'));
  return [
    {
      kind: 'facts',
      rows: [
        { label: say('choices.outsideReading.all-stages'), value: value(both.allStages) },
        { label: say('choices.outsideReading.outside-share'), value: value(both.outsideShare) },
        { label: own('results.certifiedReading'), value: wordOf(context, 'outsideReading', certified) },
      ],
    },
  ];
}

/** From the reduction to the avoided emissions: every factor of the product, segment by segment. */
function whole(context: ReportContext): readonly Block[] {
  const { own, outcome } = context;
  const { avoided, contributionRate, accounting } = outcome.assessment;
  if (!avoided.value) return [];
  const sense = timeSense(context);
  return [
    heading(own('results.avoided')),
    text(own(accounting === 'stock' ? 'results.equationStock' : 'results.equation')),
    segmentTable(context),
    {
      kind: 'facts',
      rows: [
        {
          label: own('results.rate'),
          value: contributionRate.value ? step(contributionRate.value) : own('results.noRate'),
        },
        {
          label: own('results.unrounded'),
          value: `${unrounded(avoided.value.toSignificantDigits(10))} ${avoided.unit}`,
        },
        {
          label: own('numbers.avoided'),
          value: `${reported(avoided.value, avoided.rounding)} ${avoided.unit}${sense === null ? '' : ` (${sense})`}`,
        },
      ],
    },
  ];
}

function segmentTable({ own, say, outcome }: ReportContext): TableBlock {
  const { segments, settings, unitsOutside } = outcome.assessment;
  const outside = settings.find(({ key }) => key === 'outsideReading')?.value === 'outside-share';
  const rows = segments.map((segment) => {
    const net = outside ? segment.reduction.outsideShare : segment.reduction.allStages;
    return body([
      segment.segment ?? own('results.wholeCase'),
      net ? step(net) : own('unknown'),
      step(segment.functionalUnitsPerUnit),
      `${step(segment.unitsOutside)} ${unitsOutside.unit}`,
      step(segment.avoided.times('0.001')),
    ]);
  });
  const headers = [
    say('template.sheets.segments'),
    own('results.net'),
    own('results.k'),
    own('results.units'),
    own('results.part'),
  ];
  return {
    kind: 'table',
    caption: null,
    columns: headers.map((header, index) => ({ header, align: index === 0 ? 'left' : 'right', width: 1 })),
    rows,
  };
}
