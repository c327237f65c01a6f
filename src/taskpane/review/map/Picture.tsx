import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import { CELL_KINDS, type CellKind, type SheetMap } from '../../../core/review/formulas/sheetMap';
import type { Block } from '../../../core/review/formulas/expression';
import { cellAddress } from '../../../core/workbook/a1';
import { usePane } from '../../paneContext';
import { useFills } from './look';

const useStyles = makeStyles({
  frame: {
    maxHeight: '420px',
    overflow: 'auto',
    margin: '8px 0 2px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  picture: { display: 'block', cursor: 'pointer', forcedColorAdjust: 'none' },
  pointed: { fill: 'none', stroke: tokens.colorNeutralForeground1 },
  status: { margin: 0, minHeight: '20px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
});

/** Pixels of a cell, as the pane's width allows. */
const WIDEST = 22;
const NARROWEST = 4;
const ROOM = 290;
const HEIGHT = 8;

const MOVES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

type Place = { readonly row: number; readonly column: number };

/** The sheet drawn small. A click goes to the cell; so do the arrow keys and Enter. */
export function Picture({ map }: { readonly map: SheetMap }) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const fills = useFills();
  const [pointed, setPointed] = React.useState<Place | null>(null);
  React.useEffect(() => setPointed(null), [map.sheet]);
  const width = Math.max(NARROWEST, Math.min(WIDEST, Math.floor(ROOM / map.columns)));
  const at = ({ nativeEvent: { offsetX, offsetY } }: React.MouseEvent): Place => ({
    row: Math.min(map.rows - 1, Math.floor(offsetY / HEIGHT)),
    column: Math.min(map.columns - 1, Math.floor(offsetX / width)),
  });
  const go = ({ row, column }: Place) => reveal({ sheet: map.sheet, row, column });
  const status = React.useId();
  return (
    <>
      <div
        className={styles.frame}
        role="application"
        tabIndex={0}
        aria-label={say(message('reviewer.map.picture', { sheet: map.sheet }))}
        aria-describedby={status}
        onKeyDown={(event) => {
          const move = MOVES[event.key];
          if (event.key === 'Enter' && pointed) go(pointed);
          else if (move) {
            event.preventDefault();
            const next = moved(pointed, move, map);
            setPointed(next);
            keepInSight(event.currentTarget, next, width);
          }
        }}
      >
        <svg
          className={styles.picture}
          width={map.columns * width}
          height={map.rows * HEIGHT}
          aria-hidden="true"
          onClick={(event) => {
            const place = at(event);
            setPointed(place);
            go(place);
          }}
          onPointerMove={(event) => setPointed(at(event))}
        >
          {CELL_KINDS.map((kind) => (
            <path
              key={kind}
              className={fills[kind]}
              d={pathOf(map.blocks[kind], width, kind === 'formula' ? 1 : 0.5)}
            />
          ))}
          <path className={fills.finding} strokeWidth={2} d={pathOf(map.findings, width, 1)} />
          {pointed && <path className={styles.pointed} strokeWidth={2} d={pathOf([blockOf(pointed)], width, 0)} />}
        </svg>
      </div>
      <p id={status} className={styles.status} role="status">
        {pointed
          ? say(message('reviewer.map.cell', { cell: cellAddress(pointed), kind: message(kindText(pointed, map)) }))
          : say('reviewer.map.hint')}
      </p>
    </>
  );
}

const blockOf = ({ row, column }: Place): Block => ({ top: row, bottom: row, left: column, right: column });

const pathOf = (blocks: readonly Block[], width: number, inset: number): string =>
  blocks
    .map(({ top, left, bottom, right }) => {
      const across = (right - left + 1) * width - 2 * inset;
      const down = (bottom - top + 1) * HEIGHT - 2 * inset;
      return `M${left * width + inset} ${top * HEIGHT + inset}h${across}v${down}h${-across}z`;
    })
    .join('');

function moved(from: Place | null, [rows, columns]: readonly [number, number], map: SheetMap): Place {
  if (!from) return { row: 0, column: 0 };
  return {
    row: Math.max(0, Math.min(map.rows - 1, from.row + rows)),
    column: Math.max(0, Math.min(map.columns - 1, from.column + columns)),
  };
}

function keepInSight(frame: HTMLElement, { row, column }: Place, width: number): void {
  const [top, left] = [row * HEIGHT, column * width];
  if (top < frame.scrollTop || top + HEIGHT > frame.scrollTop + frame.clientHeight)
    frame.scrollTop = top - frame.clientHeight / 2;
  if (left < frame.scrollLeft || left + width > frame.scrollLeft + frame.clientWidth)
    frame.scrollLeft = left - frame.clientWidth / 2;
}

function kindText(place: Place, map: SheetMap): string {
  const kind = CELL_KINDS.find((each: CellKind) => holds(map.blocks[each], place));
  return `reviewer.map.kind.${kind ?? 'blank'}`;
}

const holds = (blocks: readonly Block[], { row, column }: Place): boolean =>
  blocks.some(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right);
