import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import type { ResultTree, TreeGroup } from '../../../core/review/precedents/resultTree';
import { quotedSheetName, rangeAddress } from '../../../core/workbook/a1';
import { Chevron } from '../../icons';
import { More, useFirst } from '../../More';
import { usePane } from '../../paneContext';
import { useControls, useSections } from '../../styles';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  inner: {
    marginLeft: '8px',
    paddingLeft: '8px',
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  group: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: '2px 8px', overflowWrap: 'anywhere' },
  opener: { width: '16px', justifyContent: 'center' },
  leaf: { width: '16px', flex: 'none' },
  formula: {
    display: 'block',
    marginInlineStart: '16px',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What feeds the certified numbers: groups of cells that are alike, each opened to what it reads. */
export function Tree({ tree }: { readonly tree: ResultTree }) {
  const { say } = usePane();
  const sections = useSections();
  const styles = useStyles();
  return (
    <>
      <p className={sections.note}>{say('reviewer.tree.note')}</p>
      {tree.roots.map(({ name, group }) => (
        <React.Fragment key={name}>
          <h3 className={sections.subtitle}>{say(`reviewer.tree.result.${name}`)}</h3>
          <ul className={styles.list}>
            <Node group={group} above={[]} openAtFirst />
          </ul>
        </React.Fragment>
      ))}
      {tree.untold.length > 0 && (
        <p className={sections.note}>{say(message('reviewer.tree.untold', { count: tree.untold.length }))}</p>
      )}
    </>
  );
}

interface NodeProps {
  readonly group: TreeGroup;
  /** The groups it was opened from: one of them again is a circle. */
  readonly above: readonly TreeGroup[];
  readonly openAtFirst?: boolean;
}

function Node({ group, above, openAtFirst = false }: NodeProps) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [open, setOpen] = React.useState(openAtFirst);
  const { first, hidden, showMore } = useFirst(group.reads, group);
  const isCircle = above.includes(group);
  const [block] = group.regions as readonly [TreeGroup['regions'][number]];
  const name = nameOf(group) ?? say('reviewer.tree.unnamed');
  return (
    <li className={styles.group}>
      <span className={styles.head}>
        {group.reads.length > 0 && !isCircle ? (
          <button
            type="button"
            className={mergeClasses(controls.quiet, styles.opener)}
            aria-expanded={open}
            aria-label={say(message('reviewer.tree.reads', { name }))}
            onClick={() => setOpen(!open)}
          >
            <Chevron open={open} />
          </button>
        ) : (
          <span className={styles.leaf} />
        )}
        <span>{name}</span>
        <button
          type="button"
          className={controls.link}
          onClick={() => reveal({ sheet: group.sheet, row: block.top, column: block.left })}
        >
          {`${quotedSheetName(group.sheet)}!${rangeAddress(block)}`}
          {group.regions.length > 1 && say(message('reviewer.tree.further', { count: group.regions.length - 1 }))}
        </button>
        <span className={styles.count}>
          {say(
            message(group.r1c1 === null ? 'reviewer.tree.inputs' : 'reviewer.tree.formulas', { count: group.count }),
          )}
          {isCircle && ` ${say('reviewer.tree.circle')}`}
        </span>
      </span>
      {group.r1c1 !== null && <code className={styles.formula}>={group.r1c1}</code>}
      {open && !isCircle && (
        <div className={styles.inner}>
          <ul className={styles.list}>
            {first.map((read, at) => (
              <Node key={at} group={read} above={[...above, group]} />
            ))}
          </ul>
          <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
        </div>
      )}
    </li>
  );
}

const nameOf = ({ table, label }: TreeGroup): string | null => table?.header ?? label;
