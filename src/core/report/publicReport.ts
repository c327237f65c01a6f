import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { message, type Message } from '../message';
import { PUBLIC_FIELDS, type PublicDocument } from '../package/documents/publicDocument';
import { fieldSpec } from '../template/fields';
import type { Language } from '../template/types';
import { grouped } from '../../locales/numbers';
import { translator, type Translate } from '../../locales/translator';
import { NOTHING } from './context';
import { body, heading, list, text, type Block, type ReportDocument, type Section, type TableColumn } from './document';

/** What the public report is written with: the document that may be published and nothing else. */
interface PublicContext {
  readonly of: PublicDocument;
  readonly say: Translate;
  readonly own: (key: string, params?: Message['params']) => string;
}

/**
 * The report for the public. It is made from what may be published alone, so that nothing else can come into it.
 * @param draft whether blocks are open
 */
export function publicReportOf(of: PublicDocument, language: Language, draft: boolean): ReportDocument {
  const say = translator(language);
  const own = (key: string, params?: Message['params']) => say(message(`report.${key}`, params));
  const context: PublicContext = { of, say, own };
  const name = of.statements['productName'];
  return {
    language,
    title: own('title'),
    stamp: draft ? `${own('publicVersion')} / ${own('draft')}` : own('publicVersion'),
    running: [own('title'), own('publicVersion'), name].filter((part) => part !== undefined).join(' · '),
    cover: [
      text(own('cover.notTheCitysForm'), 'note'),
      statements(context, ['applicant', 'citySite', 'productName', 'productModel', 'fiscalYear']),
      numbers(context),
      text(own('public.reading'), 'note'),
    ],
    sections: [
      product(context),
      results(context),
      rate(context),
      criteria(context),
      factors(context),
      assumptions(context),
    ],
  };
}

function statements({ of, say, own }: PublicContext, keys: readonly string[]): Block {
  const rows = keys.flatMap((key) => {
    const stated = of.statements[key];
    if (stated === undefined) return [];
    const choices = fieldSpec(key)?.choices;
    const value = key === 'fiscalYear' && /^\d{4}$/.test(stated) ? own('fiscalYear', { year: stated }) : stated;
    return [{ label: say(`template.fields.${key}`), value: choices ? wordOf(say, choices, stated) : value }];
  });
  return { kind: 'facts', rows };
}

const wordOf = (say: Translate, set: ChoiceSet, word: string): string =>
  (CHOICE_SETS[set] as readonly string[]).includes(word) ? say(`choices.${set}.${word}`) : word;

function numbers({ of, own }: PublicContext): Block {
  const { reductionPerUnit, reductionUnit, avoided, avoidedUnit } = of.numbers;
  const sense = of.statements['timeSense'];
  const note = sense === 'lifetime' || sense === 'annual' ? own(`numbers.${sense}`) : '';
  return {
    kind: 'numbers',
    items: [
      {
        label: own('numbers.reduction'),
        value: reductionPerUnit === null ? NOTHING : grouped(reductionPerUnit),
        unit: reductionUnit,
        note: own('cover.perFunctionalUnit'),
      },
      { label: own('numbers.avoided'), value: avoided === null ? NOTHING : grouped(avoided), unit: avoidedUnit, note },
    ],
  };
}

function product(context: PublicContext): Section {
  const onCover = ['applicant', 'citySite', 'fiscalYear'];
  const rest = PUBLIC_FIELDS.filter((key) => !onCover.includes(key));
  return { id: 'product', title: context.own('product.title'), blocks: [statements(context, rest)] };
}

function results({ of, say, own }: PublicContext): Section {
  const unit = of.numbers.reductionUnit;
  const rows = of.stages.map(({ stage, reduction }) => body([say(`choices.stage.${stage}`), grouped(reduction)]));
  const columns: TableColumn[] = [
    { header: own('results.stage'), align: 'left', width: 1 },
    { header: own('results.reduction'), align: 'right', width: 1 },
  ];
  const blocks: Block[] =
    rows.length === 0
      ? [text(own('numbers.none'), 'warning')]
      : [{ kind: 'table', caption: own('public.byStage', { unit }), columns, rows }];
  return { id: 'results', title: own('results.title'), blocks };
}

/** By which methods the rate was set; the rate itself is not published. */
function rate({ of, say, own }: PublicContext): Section {
  const methods = of.contributionMethods.map((method) => wordOf(say, 'contributionMethod', method));
  const blocks = [text(own('public.rate')), ...(methods.length > 0 ? [list(methods)] : [])];
  return { id: 'contribution', title: own('contribution.title'), blocks };
}

function criteria({ of, own }: PublicContext): Section {
  const rows = of.criteria.map(({ criterion, status }) =>
    body([
      `${criterion === 'G' ? '' : `${criterion} `}${own(`criteria.names.${criterion}`)}`,
      own(`public.states.${status}`),
    ]),
  );
  const columns: TableColumn[] = [
    { header: own('criteria.columns.item'), align: 'left', width: 3 },
    { header: own('criteria.columns.state'), align: 'left', width: 1 },
  ];
  const blocks: Block[] = [text(own('criteria.reading'), 'note'), { kind: 'table', caption: null, columns, rows }];
  return { id: 'criteria', title: own('criteria.title'), blocks };
}

function factors({ of, own, say }: PublicContext): Section {
  const rows = of.factors.map(({ id, value, unit, source, version, licence, masked }) =>
    body([
      id,
      masked || value === null ? own('factors.masked') : `${grouped(value)} ${unit ?? ''}`,
      [source, version].filter((part) => part !== null).join('\n') || NOTHING,
      licence ?? NOTHING,
    ]),
  );
  const titles = ['id', 'value', 'source', 'licence'].map((key) => say(`template.columns.KmcFactors.${key}`));
  const columns = titles.map((header, index): TableColumn => ({
    header,
    align: 'left',
    width: [28, 22, 32, 18][index]!,
  }));
  const blocks: Block[] =
    rows.length === 0 ? [text(own('factors.none'))] : [{ kind: 'table', caption: null, columns, rows }];
  return { id: 'factors', title: own('factors.title'), blocks };
}

function assumptions({ of, own, say }: PublicContext): Section {
  const rows = of.settings.map(({ key, value, basis, from }) => {
    const [word = '', name] = basis.split(':');
    const ground = say(`choices.basis.${word}`);
    return body([
      say(fieldSpec(key) ? `template.fields.${key}` : `report.settings.${key}`),
      key in CHOICE_SETS ? wordOf(say, key as ChoiceSet, value) : value,
      name ? `${ground}: ${name}` : ground,
      own(`assumptions.from.${from}`),
    ]);
  });
  const columns = ['item', 'choice', 'basis', 'from'].map((key): TableColumn => ({
    header: own(`assumptions.columns.${key}`),
    align: 'left',
    width: 1,
  }));
  const blocks: Block[] = [
    heading(own('public.settings')),
    text(own('assumptions.basis'), 'note'),
    { kind: 'table', caption: null, columns, rows },
  ];
  return { id: 'assumptions', title: own('assumptions.title'), blocks };
}
