import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import type { Finding } from '../../../core/review/finding';
import { sheetCellAddress } from '../../../core/workbook/a1';
import { Icon } from '../../icons';
import { usePane } from '../../paneContext';
import { useControls } from '../../styles';
import { basisText } from '../../settings/basisText';
import { Thread } from '../decisions/Thread';
import { Actions } from './Actions';
import { Cells } from './Cells';
import type { Item, Listed } from './items';
import { useList } from './listContext';
import { SHAPE_OF, useSeverityColours } from './severityLook';
import { todoOf } from './todo';

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  main: { display: 'block', width: '100%', padding: '6px 4px' },
  link: {
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, textDecorationLine: 'none' },
    ':hover > span:first-child': { textDecorationLine: 'underline' },
  },
  where: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '6px',
    fontSize: tokens.fontSizeBase200,
  },
  place: { color: tokens.colorBrandForegroundLink, overflowWrap: 'anywhere' },
  nowhere: { color: tokens.colorNeutralForeground3 },
  word: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap' },
  text: { display: 'block', overflowWrap: 'anywhere' },
  basis: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  todo: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What reading, calculating and the formula review say is a matter of fact; a rule of review stands on something. */
const isOfRule = ({ rule }: Finding): boolean => !rule.includes('.');

interface ItemRowProps {
  readonly item: Item;
  /** Stands in place of the severity's word. */
  readonly word?: string;
}

/** One thing to settle. Where it has a place, all of the sentence is a way there. */
export function ItemRow({ item, word }: ItemRowProps) {
  const { reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [place] = item.places;
  return (
    <li className={styles.item} data-item="">
      {place ? (
        <button
          type="button"
          data-main=""
          className={mergeClasses(controls.row, styles.main, styles.link)}
          onClick={() => reveal(place)}
        >
          <Sentence item={item} word={word} />
        </button>
      ) : (
        <div className={styles.main} data-main="" tabIndex={-1}>
          <Sentence item={item} word={word} />
        </div>
      )}
      {item.places.length > 1 && <Cells item={item} />}
      <Thread on={item.listed[0]!.finding.id} />
      <Actions item={item} />
    </li>
  );
}

function Sentence({ item, word }: { readonly item: Item; readonly word: string | undefined }) {
  const { say } = usePane();
  const styles = useStyles();
  const { known } = useList();
  const [{ finding, problem }] = item.listed as readonly [Listed];
  // What reading found says itself what to do; the rule it belongs to knows only the kind.
  const isRead = problem?.message.code === finding.message.code;
  const todo = isRead ? todoOf(problem, known.snapshot) : finding.settle;
  return (
    <>
      <Where item={item} word={word} />
      <span className={styles.text}>{say(finding.message)}</span>
      {todo && <span className={styles.todo}>{say(todo)}</span>}
      {isOfRule(finding) && (
        <span className={styles.basis}>
          {say(
            message('reviewer.basis', {
              rule: message(`rules.${finding.rule}.title`),
              basis: basisText(say, finding.basis),
            }),
          )}
        </span>
      )}
    </>
  );
}

function Where({ item, word }: { readonly item: Item; readonly word: string | undefined }) {
  const { say } = usePane();
  const styles = useStyles();
  const colours = useSeverityColours();
  const [place] = item.places;
  const [{ finding, isOld }] = item.listed as readonly [Listed];
  const others = item.places.length - 1;
  return (
    <span className={styles.where}>
      <span className={mergeClasses(styles.word, colours[item.severity])}>
        <Icon shape={SHAPE_OF[item.severity]} size={14} />
        {word ?? say(finding.reason === undefined ? `pane.severity.${item.severity}` : 'reviewer.cleared')}
      </span>
      <span className={place ? styles.place : styles.nowhere}>
        {place ? sheetCellAddress(place) : (finding.subject.table ?? say('fixes.view.whole-workbook'))}
        {others > 0 && ` ${say(message('fixes.view.more-cells', { count: others }))}`}
      </span>
      {isOld && <span className={styles.nowhere}>{say('reviewer.checking-again')}</span>}
    </span>
  );
}
