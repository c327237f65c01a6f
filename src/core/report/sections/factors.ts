import type { Factor } from '../../case/types';
import { ATTRIBUTIONS } from '../../reference/dataset';
import { factorById } from '../../reference/factorById';
import { NOTHING, orNothing, quantity, wordOf, type ReportContext } from '../context';
import { body, heading, list, text, type Block, type Section, type TableColumn } from '../document';

/** Every factor of the workbook that a line names, with where it comes from. */
export function factors(context: ReportContext): Section {
  const { own } = context;
  const used = usedFactors(context);
  const blocks: Block[] =
    used.length === 0
      ? [text(own('factors.none'))]
      : [
          {
            kind: 'table',
            caption: null,
            columns: columnsOf(context),
            rows: used.map((factor) => body(cellsOf(context, factor))),
          },
        ];
  return {
    id: 'factors',
    title: own('factors.title'),
    blocks: [...blocks, ...typed(context), ...attributions(context, used)],
  };
}

/** @returns the listed factors that a line of either side or of the side effects names, in the order of the list */
export function usedFactors({ outcome }: ReportContext): readonly Factor[] {
  const { baseline, product, sideEffects, factors: listed } = outcome.case;
  const named = new Set([baseline, product, sideEffects].flatMap(({ lines }) => lines.map(({ factorId }) => factorId)));
  return listed.filter(({ ref }) => named.has(ref.id));
}

function cellsOf(context: ReportContext, factor: Factor): readonly string[] {
  const { ref, value, unit, attributes } = factor;
  const at = (key: string) => attributes[key] ?? null;
  const names = [at('nameJa'), at('nameEn')];
  const name = (context.language === 'ja' ? names : names.reverse()).find((one) => one !== null) ?? NOTHING;
  const kind = [
    at('boundary') && wordOf(context, 'factorBoundary', at('boundary')),
    at('gridKind') && wordOf(context, 'gridKind', at('gridKind')),
    at('gases'),
    at('gwp'),
    at('heatBasis') && wordOf(context, 'heatBasis', at('heatBasis')),
  ].filter((part) => part !== null && part !== '');
  const source = [at('source'), at('version')].filter((part) => part !== null).join('\n');
  return [
    `${ref.id}\n${name}`,
    quantity(value, unit),
    kind.join(' / ') || NOTHING,
    [at('region'), at('resultYear')].filter((part) => part !== null).join(' / ') || NOTHING,
    orNothing(source),
    orNothing(at('licence')),
  ];
}

function columnsOf({ say, own }: ReportContext): TableColumn[] {
  const header = (key: string) => say(`template.columns.KmcFactors.${key}`);
  const titles = [
    own('factors.idAndName'),
    own('factors.value'),
    own('factors.kind'),
    own('factors.regionAndYear'),
    own('factors.source'),
    header('licence'),
  ];
  const widths = [26, 15, 14, 10, 23, 12];
  return titles.map((title, index) => ({
    header: title,
    align: index === 1 ? 'right' : 'left',
    width: widths[index]!,
  }));
}

/** A factor typed into a line has no entry in the list, so no source stands here: that is said. */
function typed({ outcome, own }: ReportContext): readonly Block[] {
  const lines = [outcome.case.baseline, outcome.case.product, outcome.case.sideEffects].flatMap((side) => side.lines);
  const count = lines.filter(({ factorId, factor }) => factorId === null && factor !== null).length;
  return count === 0 ? [] : [text(own('factors.typed', { count }), 'warning')];
}

/** What the publishers of the built-in figures used here ask to be printed. */
export function attributions({ own, outcome }: ReportContext, used: readonly Factor[]): readonly Block[] {
  const wanted = new Set(used.map(({ ref }) => factorById(ref.id)?.attribution));
  const lines = [outcome.case.baseline, outcome.case.product, outcome.case.sideEffects].flatMap((side) => side.lines);
  if (lines.some(({ flow }) => flow === 'direct-gas')) wanted.add('ipcc-gwp');
  if (lines.some(({ pedigree }) => pedigree.some((score) => score !== null))) wanted.add('pedigree');
  const named = ATTRIBUTIONS.filter(({ id }) => wanted.has(id));
  if (named.length === 0) return [];
  return [
    heading(own('factors.attributions')),
    list(named.map(({ source, attribution }) => `${source}: ${attribution}`)),
  ];
}
