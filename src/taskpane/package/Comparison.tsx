import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { KmcError, message } from '../../core/message';
import { PATHS } from '../../core/package/bag/layout';
import type { Change } from '../../core/package/compare/change';
import { CHANGE_AREAS, type ChangeArea, type ComparedPackage } from '../../core/package/compare/comparePackages';
import type { OpenedPackage } from '../../core/package/open';
import type { VerifyTools } from '../../core/package/verify/context';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useFields } from '../start/Field';
import { useSections } from '../styles';
import { Waiting } from '../Waiting';
import { FilesButton } from './FilesButton';
import { packageBytes } from './packageBytes';
import type { Compared, PackageSession } from './packaging';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, listStyleType: 'none', overflowWrap: 'anywhere' },
  change: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  values: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface ComparisonProps {
  readonly opened: OpenedPackage;
  readonly packages: PackageSession;
}

/** What is different in this package from another, which is the earlier one. */
export function Comparison({ opened, packages }: ComparisonProps) {
  const { say } = usePane();
  const sections = useSections();
  const fields = useFields();
  const { busy, compared } = packages;
  return (
    <>
      <p className={sections.note}>{say('submit.comparison.what')}</p>
      <div className={fields.actions}>
        <FilesButton
          label={say('submit.comparison.choose')}
          accept=".zip,application/zip"
          disabled={busy !== null}
          onFiles={([file]) => void compare(packages, opened, file!)}
        />
      </div>
      {busy === 'compare' && <Waiting text="submit.waiting.compare" />}
      {compared && compared.of === opened && <Changes compared={compared} />}
    </>
  );
}

function compare({ run, load, setCompared }: PackageSession, opened: OpenedPackage, file: File): Promise<void> {
  return run('compare', async () => {
    setCompared(null);
    const [tools, { comparePackages }, { openPackage }] = await Promise.all([
      load(),
      import('../../core/package/compare/comparePackages'),
      import('../../core/package/open'),
    ]);
    const opening = openPackage(await packageBytes(file), tools.inflate);
    if (!opening.ok)
      throw new KmcError(message('submit.comparison.broken', { file: file.name, reason: opening.fault.message }));
    const [before, after] = [await withFormulas(opening.value, tools), await withFormulas(opened, tools)];
    setCompared({ name: file.name, of: opened, changes: comparePackages(before, after) });
  });
}

/** A workbook that cannot be read has no formulas to compare; the checks say so of it. */
async function withFormulas(opened: OpenedPackage, tools: VerifyTools): Promise<ComparedPackage> {
  const workbook = opened.files.find(({ path }) => path === PATHS.workbook);
  if (!workbook) return { opened, formulas: null };
  const { reviewFormulas } = await import('../../core/review/formulas/reviewFormulas');
  try {
    return { opened, formulas: reviewFormulas((await tools.open(workbook.bytes)).snapshot).unique };
  } catch (error) {
    if (error instanceof KmcError) return { opened, formulas: null };
    throw error;
  }
}

function Changes({ compared: { name, changes } }: { readonly compared: Compared }) {
  const { say } = usePane();
  const sections = useSections();
  const areas = CHANGE_AREAS.filter((area) => changes[area].length > 0);
  return (
    <>
      <p className={sections.note} role="status">
        {say(message(areas.length === 0 ? 'submit.comparison.same' : 'submit.comparison.since', { file: name }))}
      </p>
      {areas.map((area) => (
        <Area key={area} area={area} changes={changes[area]} />
      ))}
    </>
  );
}

function Area({ area, changes }: { readonly area: ChangeArea; readonly changes: readonly Change[] }) {
  const { say } = usePane();
  const sections = useSections();
  const styles = useStyles();
  const { first, hidden, showMore } = useFirst(changes, changes);
  return (
    <>
      <h3 className={sections.subtitle}>
        {say(`package.areas.${area}`)} {changes.length}
      </h3>
      <ul className={styles.list}>
        {first.map((change, index) => (
          <ChangeRow key={index} change={change} />
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="start.more" />
    </>
  );
}

const LONGEST = 160;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

function ChangeRow({ change: { kind, id, field, before, after } }: { readonly change: Change }) {
  const { say } = usePane();
  const styles = useStyles();
  const shown = (text: string | null) => shortened(text ?? say('package.cli.diff.blank'));
  const said = kind === 'added' ? after : before;
  return (
    <li className={styles.change}>
      {kind !== 'changed' && `${say(`package.cli.diff.${kind}`)} `}
      {id} {field}
      {(kind === 'changed' || said !== null) && (
        <span className={styles.values}>{kind === 'changed' ? `${shown(before)} → ${shown(after)}` : shown(said)}</span>
      )}
    </li>
  );
}
