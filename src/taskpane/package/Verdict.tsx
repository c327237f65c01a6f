import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { VerificationState } from '../../core/package/verify/codes';
import type { Verification } from '../../core/package/verify/verifyPackage';
import { Icon } from '../icons';
import { usePane } from '../paneContext';
import { useSections } from '../styles';

const useStyles = makeStyles({
  verdict: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    margin: '8px 0',
    padding: '8px',
    border: '1px solid currentColor',
    borderRadius: tokens.borderRadiusMedium,
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { flex: 'none', marginTop: '2px' },
  passed: { color: tokens.colorStatusSuccessForeground1 },
  warned: { color: tokens.colorStatusWarningForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
});

const LOOKS = {
  passed: ['done', 'passed'],
  warned: ['warns', 'warned'],
  incomplete: ['asks', 'warned'],
  'other-version': ['asks', 'warned'],
  failed: ['blocks', 'failed'],
  unusable: ['blocks', 'failed'],
} as const satisfies Record<VerificationState, readonly [string, string]>;

/** What the checks of a package come to, before each of them; why, where nothing of it could be read. */
export function Verdict({ verification: { state, checks } }: { readonly verification: Verification }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const [shape, look] = LOOKS[state];
  const why = state === 'unusable' ? checks.flatMap(({ faults }) => faults) : [];
  return (
    <div role="status">
      <p className={mergeClasses(styles.verdict, styles[look])}>
        <Icon shape={shape} className={styles.icon} />
        {say(`package.verdict.${state}`)}
      </p>
      {why.map((fault, index) => (
        <p key={index} className={sections.note}>
          {say(fault.message)}
        </p>
      ))}
      {state === 'unusable' && <p className={sections.note}>{say('submit.open-package.expected')}</p>}
    </div>
  );
}
