import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FindingSeverity } from '../../../core/review/finding';
import { Icon } from '../../icons';
import { More, useFirst } from '../../More';
import { usePane } from '../../paneContext';
import { useSections } from '../../styles';
import { ItemRow } from './ItemRow';
import type { Item } from './items';
import { SHAPE_OF, useSeverityColours } from './severityLook';
import { STOPS } from './stops';

const useStyles = makeStyles({
  heading: { display: 'flex', alignItems: 'center', gap: '6px' },
  sheet: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  list: { listStyle: 'none', margin: '4px 0 0', padding: 0 },
});

interface GroupProps {
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly items: readonly Item[];
  readonly note?: string;
  /** Stands in place of the severity's word. */
  readonly word?: string;
  /** When this changes the list begins anew. */
  readonly of: string;
}

/** Items of one severity: what blocks by the number that waits for it, all by sheet. A long list comes bit by bit. */
export function Group({ title, severity, items, note, word, of }: GroupProps) {
  const styles = useStyles();
  const sections = useSections();
  const colours = useSeverityColours();
  const ordered = React.useMemo(() => inOrder(items), [items]);
  const { first, hidden, showMore } = useFirst(ordered, of);
  return (
    <section className={sections.section}>
      <h2 className={mergeClasses(sections.title, styles.heading, colours[severity])}>
        <Icon shape={SHAPE_OF[severity]} />
        {title}
      </h2>
      {note && <p className={sections.note}>{note}</p>}
      {severity === 'block' ? <ByNumber items={first} /> : <BySheet items={first} level="h3" word={word} />}
      <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
    </section>
  );
}

/** What stops more comes first; inside, sheets as they first occur. */
function inOrder(items: readonly Item[]): readonly Item[] {
  const sheets = [...new Set(items.map(({ sheet }) => sheet))];
  const position = new Map(sheets.map((sheet, index) => [sheet, index]));
  const stops = ({ severity, stops: which }: Item) => (severity === 'block' ? STOPS.indexOf(which) : 0);
  return [...items].sort((a, b) => stops(a) - stops(b) || position.get(a.sheet)! - position.get(b.sheet)!);
}

function ByNumber({ items }: { readonly items: readonly Item[] }) {
  const { say } = usePane();
  const sections = useSections();
  const found = STOPS.filter((which) => items.some(({ stops }) => stops === which));
  return found.map((which) => (
    <React.Fragment key={which}>
      <h3 className={sections.subtitle}>{say(`fixes.view.stops.${which}`)}</h3>
      <BySheet items={items.filter(({ stops }) => stops === which)} level="h4" />
    </React.Fragment>
  ));
}

/** Items under the sheet they stand on, sheets as they first occur. */
export interface BySheetProps {
  readonly items: readonly Item[];
  readonly level: 'h3' | 'h4';
  readonly word?: string | undefined;
}

export function BySheet({ items, level: Heading, word }: BySheetProps) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const sheets = [...new Set(items.map(({ sheet }) => sheet))];
  return sheets.map((sheet) => (
    <React.Fragment key={sheet ?? ''}>
      <Heading className={mergeClasses(sections.subtitle, styles.sheet)}>
        {sheet ?? say('fixes.view.whole-workbook')}
      </Heading>
      <ul className={styles.list}>
        {items.flatMap((item) => (item.sheet === sheet ? [<ItemRow key={item.key} item={item} word={word} />] : []))}
      </ul>
    </React.Fragment>
  ));
}
