import { message, type Message } from '../message';
import type { CertifiedNumbers } from '../package/documents/info';
import type { Opinion } from '../review/decisions/opinion';
import type { ReviewedApplication } from '../review/decisions/reviewFile';
import { placeText } from '../review/placeText';
import type { Remark } from '../review/rounds/letter';
import type { Language } from '../template/types';
import { grouped } from '../../locales/numbers';
import { translator, type Translate } from '../../locales/translator';
import { NOTHING, orNothing } from './context';
import { body, list, text, type Block, type Fact, type ReportDocument, type Section } from './document';

/** What 検証意見書 is made of. */
export interface OpinionInput {
  readonly opinion: Opinion;
  readonly application: ReviewedApplication;
  /** Id of the package that was verified; `null` for a workbook that was never packed. */
  readonly package: string | null;
  readonly round: number;
  readonly numbers: CertifiedNumbers;
  /** A reviewer's remarks alone. */
  readonly remarks: readonly Remark[];
  /** What stands against the opinion in the record of the review. */
  readonly notices: readonly Message[];
  readonly language: Language;
}

interface Context extends OpinionInput {
  readonly say: Translate;
  readonly own: (key: string, params?: Message['params']) => string;
}

/** 検証意見書: a verifier's opinion on one package, set down as it was given. */
export function opinionReport(input: OpinionInput): ReportDocument {
  const say = translator(input.language);
  const own: Context['own'] = (key, params) => say(message(`report.opinion.${key}`, params));
  const context: Context = { ...input, say, own };
  const { opinion } = input;
  return {
    language: input.language,
    title: own('title'),
    stamp: own('stamp'),
    running: [own('title'), input.application.productName].filter((part) => part !== null).join(' · '),
    cover: [
      text(own('notKmc'), 'note'),
      facts([
        [own('opinion'), say(`decisions.opinion.opinions.${opinion.opinion}`)],
        [own('level'), say(`decisions.opinion.levels.${opinion.level}`)],
        [own('by'), opinion.by],
        [own('date'), opinion.date],
      ]),
    ],
    sections: [about(context), how(context), grounds(context), remarks(context), checked(context)],
  };
}

const facts = (rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'facts',
  rows: rows.map(([label, value]): Fact => ({ label, value })),
});

function about({ own, say, application, package: id, round, numbers }: Context): Section {
  const { applicant, productName, productModel, fiscalYear } = application;
  const year = fiscalYear === null ? NOTHING : say(message('report.fiscalYear', { year: fiscalYear }));
  const number = (value: string | null, unit: string): string =>
    value === null ? NOTHING : `${grouped(value)} ${unit}`;
  const field = (key: string, value: string | null): readonly [string, string] => [
    say(`template.fields.${key}`),
    orNothing(value),
  ];
  return {
    id: 'about',
    title: own('about'),
    blocks: [
      facts([
        field('applicant', applicant),
        field('productName', productName),
        field('productModel', productModel),
        field('fiscalYear', year),
        [own('package'), orNothing(id)],
        [own('round'), String(round)],
        [say('report.numbers.reduction'), number(numbers.reductionPerUnit, numbers.reductionUnit)],
        [say('report.numbers.avoided'), number(numbers.avoided, numbers.avoidedUnit)],
      ]),
      text(own('numbers'), 'note'),
    ],
  };
}

function how({ own, say, opinion }: Context): Section {
  const { level, materiality, scope, sampled } = opinion;
  const rows = sampled.map(({ table, rowId }) => say(placeText({ table, rowId, column: null, place: null })));
  return {
    id: 'how',
    title: own('how'),
    blocks: [
      facts([
        [own('level'), say(`decisions.opinion.levels.${level}`)],
        [own('materiality'), own('percent', { percent: materiality })],
        [own('scope'), scope],
        [own('sampled'), own('count', { count: sampled.length })],
      ]),
      list(rows),
    ],
  };
}

function grounds({ own, say, opinion }: Context): Section {
  return {
    id: 'opinion',
    title: own('opinion'),
    blocks: [
      facts([
        [own('opinion'), say(`decisions.opinion.opinions.${opinion.opinion}`)],
        [own('grounds'), opinion.text === '' ? own('noGrounds') : opinion.text],
      ]),
    ],
  };
}

function remarks({ own, say, remarks: all }: Context): Section {
  const columns = ['number', 'round', 'kind', 'place', 'text', 'reply'].map((key, index) => ({
    header: own(`columns.${key}`),
    align: 'left' as const,
    width: [7, 6, 13, 22, 26, 26][index]!,
  }));
  const rows = all.map(({ number, round, kind, place, finding, comment, reply, state }) =>
    body([
      String(number),
      orNothing(round),
      say(`decisions.letter.kinds.${kind}`),
      say(place ?? finding),
      comment,
      reply === '' && state ? say(`decisions.letter.states.${state}`) : reply,
    ]),
  );
  const blocks: readonly Block[] =
    rows.length === 0 ? [text(own('noRemarks'))] : [{ kind: 'table', caption: null, columns, rows }];
  return { id: 'remarks', title: own('remarks'), blocks };
}

function checked({ own, package: id, notices }: Context): Section {
  const items = [
    ...(id === null ? [] : [own('checks.package')]),
    ...(notices.length === 0 ? [own('checks.none')] : notices.map((notice) => own('checks.notices', { text: notice }))),
  ];
  return { id: 'checked', title: own('checked'), blocks: [list(items)] };
}
