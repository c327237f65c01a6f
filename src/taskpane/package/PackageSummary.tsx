import { makeStyles, tokens } from '@fluentui/react-components';
import type { PackageInfo } from '../../core/package/documents/info';
import { message } from '../../core/message';
import { grouped } from '../../locales/numbers';
import { usePane } from '../paneContext';
import { Pairs } from '../result/NumberDetail';

const useStyles = makeStyles({
  stamp: {
    display: 'inline-block',
    margin: '8px 0 4px',
    padding: '0 8px',
    border: `1px solid ${tokens.colorPaletteRedForeground1}`,
    borderRadius: tokens.borderRadiusSmall,
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const KILOBYTE = 1000;

interface PackageSummaryProps {
  readonly info: PackageInfo;
  readonly id: string | null;
  /** Of the container. */
  readonly bytes: number;
}

/** What a package is about, as it says itself. */
export function PackageSummary({ info, id, bytes }: PackageSummaryProps) {
  const { say } = usePane();
  const styles = useStyles();
  const { numbers } = info;
  const number = (value: string | null, unit: string) =>
    value === null ? say('pane.origin.unknown') : `${grouped(value)} ${unit}`;
  const year = info.fiscalYear === null ? '' : say(message('submit.summary.year', { year: info.fiscalYear }));
  const rows = [
    { name: say('submit.summary.product'), value: [info.productName, info.productModel].filter(Boolean).join(' ') },
    { name: say('submit.summary.applicant'), value: info.applicant ?? '' },
    { name: say('submit.summary.period'), value: year },
    { name: say('pane.number.reduction'), value: number(numbers.reductionPerUnit, numbers.reductionUnit), main: true },
    { name: say('pane.number.avoided'), value: number(numbers.avoided, numbers.avoidedUnit), main: true },
    { name: say('submit.summary.version'), value: say(`submit.package.${info.version}`) },
    { name: say('submit.summary.software'), value: `KMC ${info.software}` },
    { name: say('submit.summary.size'), value: `${grouped(String(Math.ceil(bytes / KILOBYTE)))} kB` },
    { name: say('submit.summary.id'), value: id ?? '' },
  ];
  return (
    <>
      {info.stamp !== null && <p className={styles.stamp}>{say('submit.summary.stamp')}</p>}
      <Pairs rows={rows.filter(({ value }) => value !== '')} />
    </>
  );
}
