import { factsOf, wantedFacts, type ReportContext } from '../context';
import { heading, type Section } from '../document';

/** What is compared with what, on which service. */
export function product(context: ReportContext): Section {
  const { own } = context;
  const facts = (keys: readonly string[]) => ({ kind: 'facts', rows: factsOf(context, keys) }) as const;
  return {
    id: 'product',
    title: own('product.title'),
    blocks: [
      facts([
        'productName',
        'productModel',
        'contributionType',
        'contributionDescription',
        'isComponent',
        'setProduct',
      ]),
      heading(own('product.merits')),
      { kind: 'facts', rows: wantedFacts(context, ['expandability', 'uniqueness', 'innovation']) } as const,
      heading(own('product.functionalUnit')),
      facts([
        'functionalUnit',
        'functionalUnitDescription',
        'soldUnit',
        'functionalUnitsPerUnit',
        'productService',
        'productServiceYears',
        'baselineFunctionalUnitsPerUnit',
        'baselineService',
        'baselineServiceYears',
        'replacement',
      ]),
      heading(own('product.baseline')),
      facts(['baselineType', 'baselineDescription', 'demand', 'regulation', 'baselineRegion', 'baselineYear']),
    ].filter((block) => block.kind !== 'facts' || block.rows.length > 0),
  };
}
