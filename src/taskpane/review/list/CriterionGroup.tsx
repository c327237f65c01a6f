import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import type { Criterion, FindingSeverity } from '../../../core/review/finding';
import { Icon } from '../../icons';
import { More, useFirst } from '../../More';
import { usePane } from '../../paneContext';
import { Section } from '../../Section';
import { useSections } from '../../styles';
import { ItemEntries } from '../decisions/ItemEntries';
import { StateWord, Thread } from '../decisions/Thread';
import { useReviewing } from '../reviewContext';
import { Evidence } from './Evidence';
import { BySheet } from './Groups';
import type { Item } from './items';
import { Rules } from './Rules';
import { SEVERITIES } from './severities';
import { SHAPE_OF, useSeverityColours } from './severityLook';

const useStyles = makeStyles({
  state: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 10px', fontSize: tokens.fontSizeBase200 },
  word: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
  done: { color: tokens.colorStatusSuccessForeground1 },
});

interface CriterionGroupProps {
  readonly criterion: Criterion;
  readonly items: readonly Item[];
  /** When this changes the list begins anew. */
  readonly of: string;
}

/** One of the city's review items: how far it is, what is left to settle, what was checked, and the reviewer's decision on it. */
export function CriterionGroup({ criterion, items, of }: CriterionGroupProps) {
  const { say } = usePane();
  const sections = useSections();
  const { review } = useReviewing();
  const { first, hidden, showMore } = useFirst(items, of);
  const rules = review.last?.review.criteria.find((each) => each.criterion === criterion)?.rules;
  const met = rules?.filter(({ status }) => status === 'passes' || status === 'info').length;
  const aside = rules && rules.length > 0 ? `${met}/${rules.length}` : undefined;
  return (
    <Section
      name={`review-${criterion}`}
      title={`${criterion} ${say(`reviewer.criterion.${criterion}`)}`}
      aside={aside}
      openAtFirst={items.length > 0}
    >
      <State criterion={criterion} items={items} progress={rules && { met: met!, all: rules.length }} />
      {items.length > 0 ? (
        <BySheet items={first} level="h3" />
      ) : (
        <p className={sections.note}>{say('reviewer.nothing-left')}</p>
      )}
      <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
      {rules && rules.length > 0 && <Rules criterion={criterion} rules={rules} />}
      <Evidence criterion={criterion} />
    </Section>
  );
}

interface StateProps extends Pick<CriterionGroupProps, 'criterion' | 'items'> {
  readonly progress: { readonly met: number; readonly all: number } | undefined;
}

function State({ criterion, items, progress }: StateProps) {
  const { say } = usePane();
  const styles = useStyles();
  const { decisions } = useReviewing().record;
  const decision = decisions.get(criterion);
  const isDecided = decision?.status === 'stands';
  return (
    <>
      <div className={styles.state}>
        <Gravest severity={SEVERITIES.find((severity) => items.some((item) => item.severity === severity))} />
        {progress && progress.all > 0 && <span>{say(message('reviewer.met', progress))}</span>}
        {isDecided && <StateWord state={decision.entry.state} />}
        <ItemEntries on={[criterion]} wantsReason={false} />
      </div>
      <Thread on={criterion} />
    </>
  );
}

function Gravest({ severity }: { readonly severity: FindingSeverity | undefined }) {
  const { say } = usePane();
  const styles = useStyles();
  const colours = useSeverityColours();
  if (severity === undefined || severity === 'info')
    return (
      <span className={mergeClasses(styles.word, styles.done)}>
        <Icon shape="done" size={14} />
        {say('reviewer.nothing-open')}
      </span>
    );
  return (
    <span className={mergeClasses(styles.word, colours[severity])}>
      <Icon shape={SHAPE_OF[severity]} size={14} />
      {say(`pane.severity.${severity}`)}
    </span>
  );
}
