import { makeStyles, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import type { Block } from '../../../core/review/formulas/expression';
import { CELL_KINDS, type SheetMap } from '../../../core/review/formulas/sheetMap';
import { rangeAddress } from '../../../core/workbook/a1';
import { More, useFirst } from '../../More';
import { usePane } from '../../paneContext';
import { Section } from '../../Section';
import { useControls, useSections } from '../../styles';
import { useFills } from './look';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '6px 0', padding: 0, fontSize: tokens.fontSizeBase200 },
  kind: { display: 'flex', alignItems: 'center', gap: '6px', padding: '2px 0' },
  swatch: { flex: 'none', forcedColorAdjust: 'none' },
  links: { display: 'flex', flexWrap: 'wrap', gap: '2px 10px', listStyle: 'none', margin: 0, padding: 0 },
});

/** What the colours mean, and how many cells there are of each. */
export function Legend({ map }: { readonly map: SheetMap }) {
  const { say } = usePane();
  const styles = useStyles();
  const kinds = kindsOn(map);
  return (
    <ul className={styles.list}>
      {kinds.map((kind) => (
        <li key={kind} className={styles.kind}>
          <Swatch kind={kind} />
          {say(message('reviewer.map.count', { kind: message(`reviewer.map.kind.${kind}`), count: map.counts[kind] }))}
        </li>
      ))}
      {map.findings.length > 0 && (
        <li className={styles.kind}>
          <Swatch kind="finding" />
          {say('reviewer.map.kind.finding')}
        </li>
      )}
    </ul>
  );
}

const kindsOn = ({ counts }: SheetMap) => CELL_KINDS.filter((kind) => counts[kind] > 0);

/** The places of the picture as links. */
export function Places({ map }: { readonly map: SheetMap }) {
  const { say } = usePane();
  return (
    <Section name="review-map-places" title={say('reviewer.map.places')}>
      {[...kindsOn(map).filter((kind) => kind !== 'text'), 'finding' as const].map((kind) => (
        <BlockLinks
          key={kind}
          sheet={map.sheet}
          title={say(`reviewer.map.kind.${kind}`)}
          blocks={kind === 'finding' ? map.findings : map.blocks[kind]}
        />
      ))}
    </Section>
  );
}

function Swatch({ kind }: { readonly kind: keyof ReturnType<typeof useFills> }) {
  const styles = useStyles();
  const fills = useFills();
  return (
    <svg className={styles.swatch} width={16} height={10} aria-hidden="true">
      <rect className={fills[kind]} x={1} y={1} width={14} height={8} strokeWidth={kind === 'finding' ? 2 : 1} />
    </svg>
  );
}

interface BlockLinksProps {
  readonly sheet: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

function BlockLinks({ sheet, title, blocks }: BlockLinksProps) {
  const { reveal } = usePane();
  const sections = useSections();
  const styles = useStyles();
  const controls = useControls();
  const { first, hidden, showMore } = useFirst(blocks, sheet);
  if (blocks.length === 0) return null;
  return (
    <>
      <h3 className={sections.subtitle}>{title}</h3>
      <ul className={styles.links}>
        {first.map((block) => (
          <li key={rangeAddress(block)}>
            <button
              type="button"
              className={controls.link}
              onClick={() => reveal({ sheet, row: block.top, column: block.left })}
            >
              {rangeAddress(block)}
            </button>
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="pane.problems.more" />
    </>
  );
}
