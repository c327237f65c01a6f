import { fieldValue, reportContext, type ReportContext } from '../context';
import { text, type ReportDocument, type Section } from '../document';
import type { ReportInput } from '../input';
import { brand } from './brand';
import { logo } from './logo';
import { ordinance } from './ordinance';
import { preRegistration } from './preRegistration';
import { register } from './register';

/** One document made of the same data as the report, for a use that the city has named. */
export interface UseDocument {
  /** File name without its ending. */
  readonly name: string;
  readonly document: ReportDocument;
}

const USES: readonly (readonly [
  name: string,
  key: string,
  sections: (context: ReportContext) => readonly Section[],
])[] = [
  ['pre-registration', 'preRegistration', preRegistration],
  ['ordinance-entry', 'ordinance', ordinance],
  ['brand-comparison', 'brand', brand],
  ['register-line', 'register', register],
  ['logo-checklist', 'logo', logo],
];

/**
 * Drafts for what comes before and after certification. None of them is a form of the city: what is known of each form, and what is not,
 * stands in the document itself with its basis.
 * @param source id of the package that they are made from; `null` for a workbook
 */
export function usesOf(input: ReportInput, source: string | null = null): readonly UseDocument[] {
  const context = reportContext(input);
  return USES.map(([name, key, sections]) => {
    const { own } = context;
    const title = own(`uses.${key}.title`);
    return {
      name,
      document: {
        language: input.language,
        title,
        stamp: own('uses.stamp'),
        running: [title, fieldValue(context, 'productName')].filter((part) => part !== null).join(' · '),
        cover: [
          text(own('uses.notTheCitysForm'), 'note'),
          ...(source === null ? [] : [text(own('uses.source', { id: source }), 'note')]),
          text(own(`uses.${key}.purpose`)),
          ...(input.draft ? [text(own('uses.draft'), 'warning')] : []),
        ],
        sections: sections(context),
      },
    };
  });
}
