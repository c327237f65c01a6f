import {
  ErrorValueObject,
  type BaseAstNode,
  type BaseReferenceObject,
  type ErrorType,
  type FunctionVariantType,
} from '@univerjs/engine-formula';
import { MovingReference, type ReferredSheet } from './movingReference';

/** The engine's numbers for the kinds of nodes; it does not export their names. */
const REFERENCE = 1;
const VALUE = 2;
const LAMBDA = 5;
const LAMBDA_PARAMETER = 6;
const UNION = 10;

/** Their value depends on the cell the formula stands in, whatever their arguments are. */
const PLACE_FUNCTIONS = new Set(['ROW', 'COLUMN', '@']);

/** One node of the syntax tree, after all it needs. */
interface Step {
  readonly node: BaseAstNode;
  /** An equal node before it, whose value is taken over. */
  readonly equal: BaseAstNode | null;
  readonly reference: MovingReference | null;
  /** It gives the same value wherever the formula stands. */
  readonly fixed: boolean;
}

/**
 * A parsed formula, to be calculated for every cell that has it. Equal parts are calculated once; parts that do not depend on the
 * formula's cell once for all cells, so that a program must not outlive the values it has read.
 */
export class Program {
  private readonly steps: Step[] = [];
  private hasRun = false;

  /**
   * @param root syntax tree of the formula, not a `keepsState` one
   * @param origin the cell for which the formula's text is written
   * @param sheets by the engine's identifier
   */
  constructor(
    private readonly root: BaseAstNode,
    private readonly origin: Position,
    private readonly sheets: ReadonlyMap<string, ReferredSheet>,
  ) {
    this.add(root, '', new Map());
  }

  /** Parts that are gone through for every cell. */
  get length(): number {
    return this.steps.length;
  }

  /** @returns the value at a cell; the rows and columns of references that have no `$` move as far as the cell is from the origin */
  run(row: number, column: number): FunctionVariantType {
    for (const { node, equal, reference, fixed } of this.steps) {
      if (fixed && this.hasRun) continue;
      if (equal) node.setValue(equal.getValue());
      else if (reference) node.setValue(reference.movedBy(row - this.origin.row, column - this.origin.column));
      else node.execute();
    }
    this.hasRun = true;
    return this.root.getValue() ?? (ErrorValueObject.create('#VALUE!' as ErrorType) as unknown as FunctionVariantType);
  }

  /** Forgets what was read, for cells that have changed since. */
  restart(): void {
    this.hasRun = false;
  }

  /** @param parent what stands above: the engine reads constants differently as arguments */
  private add(node: BaseAstNode, parent: string, known: Map<string, Numbered>): Numbered {
    const original = referenceOf(node);
    const children = original ? [] : node.getChildren().map((child) => this.add(child, node.getToken(), known));
    const above = node.nodeType === VALUE ? parent : '';
    const key = [
      node.nodeType,
      above,
      node.getToken(),
      original && addressOf(original),
      ...children.map(({ id }) => id),
    ].join('\n');
    const equal = known.get(key);
    if (equal) {
      this.steps.push({ node, equal: equal.node, reference: null, fixed: equal.fixed });
      return equal;
    }
    const reference = original && new MovingReference(original, this.sheets.get(original.getSheetId())!);
    const isPlaceless = reference ? reference.isFixed : !PLACE_FUNCTIONS.has(node.getToken().toUpperCase());
    const fixed = isPlaceless && children.every((child) => child.fixed);
    this.steps.push({ node, equal: null, reference, fixed });
    const added = { id: known.size, node, fixed };
    known.set(key, added);
    return added;
  }
}

/** @returns whether executing the tree changes it (`LET`, `LAMBDA`), so that it is good for one cell only */
export function keepsState(node: BaseAstNode): boolean {
  const { nodeType } = node;
  return nodeType === LAMBDA || nodeType === LAMBDA_PARAMETER || node.getChildren().some(keepsState);
}

interface Position {
  readonly row: number;
  readonly column: number;
}

interface Numbered {
  readonly id: number;
  readonly node: BaseAstNode;
  readonly fixed: boolean;
}

/** What the engine makes of a cell or a range of cells; `null` for every other node. */
function referenceOf(node: BaseAstNode): BaseReferenceObject | null {
  if (node.nodeType !== REFERENCE && node.nodeType !== UNION) return null;
  const ends = node.nodeType === UNION ? node.getChildren() : [node];
  if (!ends.every(({ nodeType }) => nodeType === REFERENCE)) return null;
  for (const end of ends) end.execute();
  if (!ends.every(isCell)) return null;
  if (node.nodeType === UNION) node.execute();
  return node.getValue() as BaseReferenceObject;
}

function isCell(node: BaseAstNode): boolean {
  const value = node.getValue();
  return value != null && value.isReferenceObject() && (value as BaseReferenceObject).isCell();
}

function addressOf(reference: BaseReferenceObject): string {
  return JSON.stringify([reference.getSheetId(), reference.getRangeData()]);
}
