import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Problem, Severity } from '../../core/case/types';
import { message } from '../../core/message';
import { Icon } from '../icons';
import { More, useFirst } from '../More';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls, useSections } from '../styles';
import { ProblemItem } from './ProblemItem';
import { countOf, SEVERITIES, SHAPE_OF } from './severities';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: '6px', padding: '10px 12px 0' },
  filter: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '26px',
    padding: '0 8px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
  },
  chosen: {
    backgroundColor: tokens.colorNeutralForeground2,
    color: tokens.colorNeutralBackground1,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
  heading: { display: 'flex', alignItems: 'center', gap: '6px' },
  list: { listStyle: 'none', margin: '6px 0 0', padding: 0 },
  block: { color: tokens.colorPaletteRedForeground1 },
  warn: { color: tokens.colorStatusWarningForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
});

interface ProblemsProps {
  readonly known: Known;
  /** Shown alone; `null` shows all. */
  readonly only: Severity | null;
  readonly onOnly: (only: Severity | null) => void;
}

/** Everything found, by how pressing it is, each with the place that settles it. */
export function Problems({ known, only, onOnly }: ProblemsProps) {
  const { say } = usePane();
  const sections = useSections();
  const { problems } = known.outcome;
  if (problems.length === 0) {
    return <p className={sections.section}>{say('pane.problems.none')}</p>;
  }
  const wanted = only === null ? SEVERITIES : [only];
  const found = wanted.filter((severity) => countOf(problems, severity) > 0);
  return (
    <>
      <Filters problems={problems} only={only} onOnly={onOnly} />
      {found.map((severity) => (
        <Group key={severity} known={known} severity={severity} />
      ))}
      {found.length === 0 && <p className={sections.section}>{say('pane.problems.none-shown')}</p>}
    </>
  );
}

type FiltersProps = Omit<ProblemsProps, 'known'> & { readonly problems: readonly Problem[] };

function Filters({ problems, only, onOnly }: FiltersProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  return (
    <div className={styles.filters} role="group" aria-label={say('pane.problems.filter')}>
      {SEVERITIES.map((severity) => (
        <button
          key={severity}
          type="button"
          aria-pressed={only === severity}
          className={mergeClasses(controls.row, styles.filter, only === severity && styles.chosen)}
          onClick={() => onOnly(only === severity ? null : severity)}
        >
          <Icon shape={SHAPE_OF[severity]} size={14} />
          {countText(say, severity, countOf(problems, severity))}
        </button>
      ))}
    </div>
  );
}

const countText = (say: ReturnType<typeof usePane>['say'], severity: Severity, count: number) =>
  say(message('pane.problems.count', { severity: say(`pane.severity.${severity}`), count }));

function Group({ known, severity }: { readonly known: Known; readonly severity: Severity }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const problems = React.useMemo(
    () => known.outcome.problems.filter((problem) => problem.severity === severity),
    [known, severity],
  );
  const { first, hidden, showMore } = useFirst(problems, severity);
  return (
    <section className={sections.section}>
      <h2 className={mergeClasses(sections.title, styles.heading, styles[severity])}>
        <Icon shape={SHAPE_OF[severity]} />
        {countText(say, severity, problems.length)}
      </h2>
      <ul className={styles.list}>
        {first.map((problem, index) => (
          <ProblemItem key={index} problem={problem} known={known} />
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
    </section>
  );
}
