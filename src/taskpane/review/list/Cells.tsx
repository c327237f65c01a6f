import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import { cellAddress } from '../../../core/workbook/a1';
import { Chevron } from '../../icons';
import { More, useFirst } from '../../More';
import { usePane } from '../../paneContext';
import { useControls } from '../../styles';
import type { Item } from './items';

const useStyles = makeStyles({
  opener: { fontSize: tokens.fontSizeBase200 },
  list: { display: 'flex', flexWrap: 'wrap', gap: '2px 10px', listStyle: 'none', margin: 0, padding: '0 4px 6px' },
});

/** The cells of a sentence that is about several, each a link. */
export function Cells({ item }: { readonly item: Item }) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [open, setOpen] = React.useState(false);
  const id = React.useId();
  return (
    <>
      <button
        type="button"
        className={mergeClasses(controls.quiet, styles.opener)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Chevron open={open} />
        {say(open ? 'fixes.view.hide-cells' : message('fixes.view.show-cells', { count: item.places.length }))}
      </button>
      {open && <Links item={item} id={id} />}
    </>
  );
}

function Links({ item, id }: { readonly item: Item; readonly id: string }) {
  const { reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const { first, hidden, showMore } = useFirst(item.places, item.key);
  return (
    <div id={id}>
      <ul className={styles.list}>
        {first.map((place) => (
          <li key={cellAddress(place)}>
            <button type="button" className={controls.link} onClick={() => reveal(place)}>
              {cellAddress(place)}
            </button>
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
    </div>
  );
}
