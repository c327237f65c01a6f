import { groupBy } from '../../calculation/unitsOutside';
import type { LineList, ListedSide } from './likeLines';

/** Lists of lines by what makes two of them comparable, the longest first. */
export class ListsByKind {
  private readonly ofProduct: Groups;
  private readonly ofSegment: Groups;

  constructor(lists: readonly LineList[]) {
    const sorted = [...lists].sort((one, other) => other.lines.length - one.lines.length);
    this.ofProduct = groupBy(
      sorted.filter(({ segment }) => segment !== null),
      (list) => kindOf(list.table, list.variant),
    );
    this.ofSegment = groupBy(sorted, (list) => kindOf(list.table, list.segment));
  }

  /** The same side and product in another segment. @returns one list or none */
  longestOfOtherSegments = (list: LineList): readonly LineList[] =>
    list.segment === null ? [] : longestBut(list, this.ofProduct.get(kindOf(list.table, list.variant)));

  /** Another product of the baseline's mix in the same segment. @returns one list or none */
  longestOfOtherVariants = (list: LineList): readonly LineList[] =>
    list.variant === null
      ? []
      : longestBut(
          list,
          this.inSegment(list.table, list.segment).filter(({ variant }) => variant !== null),
        );

  /** What a product's list stands against: the baseline of its segment, or that of all segments. @returns one list or none */
  longestBaselineOf = (list: LineList): readonly LineList[] => {
    if (list.table !== 'KmcProduct') return [];
    const own = this.inSegment('KmcBaseline', list.segment);
    return (own.length > 0 ? own : this.inSegment('KmcBaseline', null)).slice(0, 1);
  };

  /** Lists of the same side that hold for every segment, or for every product of the mix, and so for this list too. */
  commonOf = ({ table, segment, variant }: LineList): readonly LineList[] =>
    [...new Set([...this.inSegment(table, segment), ...this.inSegment(table, null)])].filter(
      (other) => other.variant === null || other.variant === variant,
    );

  private inSegment = (table: ListedSide, segment: string | null): readonly LineList[] =>
    this.ofSegment.get(kindOf(table, segment)) ?? [];
}

type Groups = ReadonlyMap<string, readonly LineList[]>;

const kindOf = (table: ListedSide, name: string | null): string => JSON.stringify([table, name]);

const longestBut = (list: LineList, group: readonly LineList[] = []): readonly LineList[] =>
  group[0] === list ? group.slice(1, 2) : group.slice(0, 1);
