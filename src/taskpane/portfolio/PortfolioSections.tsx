import { BESIDE_STAGES, countOf, type Portfolio, type PortfolioSum } from '../../core/package/portfolio/portfolio';
import { shown } from '../../locales/numbers';
import { usePane } from '../paneContext';
import { Section } from '../Section';
import { Coverage } from './Coverage';
import { PackageList } from './PackageList';
import { Sums } from './Sums';

/** The parts of a portfolio: by company, product and stage, package by package, and how much of it the sums hold. */
export function PortfolioSections({ portfolio }: { readonly portfolio: Portfolio }) {
  const { say } = usePane();
  const { entries, companies, products, stages } = portfolio;
  const broken = countOf(entries, 'broken');
  return (
    <>
      <Section
        name="portfolio-packages"
        title={say('package.portfolio.sheets.files')}
        aside={broken > 0 ? `${say('package.portfolio.standing.broken')} ${broken}` : String(entries.length)}
        openAtFirst
      >
        <PackageList entries={entries} />
      </Section>
      <Section name="portfolio-companies" title={say('package.portfolio.sheets.companies')}>
        <Sums sums={companies} />
      </Section>
      <Section name="portfolio-products" title={say('package.portfolio.sheets.products')}>
        <Sums sums={products} />
      </Section>
      <Section name="portfolio-stages" title={say('package.portfolio.sheets.stages')}>
        <Sums sums={stages.filter(isTelling)} name={(of) => say(`package.portfolio.stage.${of}`)} amount={shown} />
      </Section>
      <Section name="portfolio-coverage" title={say('package.portfolio.sheets.coverage')}>
        <Coverage portfolio={portfolio} />
      </Section>
    </>
  );
}

/** A stage of nothing says something; rebound, rest and rounding of nothing do not. */
const isTelling = ({ of, avoided }: PortfolioSum): boolean =>
  !avoided.isZero() || !(BESIDE_STAGES as readonly (string | null)[]).includes(of);
