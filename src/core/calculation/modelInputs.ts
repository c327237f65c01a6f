import type { ContributionRow, InventoryLine, SalesRow } from '../case/types';
import { Decimal } from '../quantity/decimal';
import type { PedigreeSet } from '../reference/pedigree';
import type { Context } from './context';
import type { FootprintLine } from './footprintLine';
import type { ModelInput } from './model';
import { pathSpread } from './pathSpread';
import type { SegmentSetting } from './sideFootprint';
import { amountSpread, factorSpread, intervalSpread, type StatedSpread } from './spreads';
import { netUnits } from './unitsOutside';

/** What a term is multiplied by for one of its inputs: `value` at the input's central value. */
export interface InputUse {
  readonly input: ModelInput;
  /** Term's value ÷ the input's central value. */
  readonly scale: Decimal;
}

const ONE = new Decimal(1);
const LIMITS = ['u95', 'low', 'high'];

/** The inputs of one case, each made once, so that what two lines share is one input and a fault in it is told once. */
export class InputBook {
  private readonly inputs = new Map<string, ModelInput>();
  /** Whether every stated spread so far can be. */
  sound = true;

  constructor(
    private readonly context: Context,
    private readonly set: PedigreeSet,
  ) {}

  private once(id: string, make: () => Omit<ModelInput, 'id' | 'spread'>, spread: () => StatedSpread): ModelInput {
    const known = this.inputs.get(id);
    if (known) return known;
    const stated = spread();
    if (stated === undefined) this.sound = false;
    const input = { id, ...make(), spread: stated ?? null };
    this.inputs.set(id, input);
    return input;
  }

  amount(line: InventoryLine): ModelInput {
    const { ref, process, amount, unit } = line;
    const make = () => ({
      kind: 'amount' as const,
      label: process ?? ref.id,
      ref,
      cell: this.context.cell(ref, 'amount'),
      central: amount!,
      unit: unit!,
    });
    return this.once(`amount:${ref.table}:${ref.id}`, make, () => amountSpread(this.context, line, this.set));
  }

  /** The line's amount follows its parameter: at the parameter's central value it is as stated. */
  parameter({ ref, parameter }: InventoryLine): InputUse | null {
    if (parameter === null) return null;
    const row = this.context.parameter(parameter);
    if (!row?.value || row.value.isZero()) {
      this.context.block(ref, 'parameter', 'parameter-unusable', { symbol: parameter });
      this.sound = false;
      return null;
    }
    const { value, distribution, low, high } = row;
    const make = () => ({
      kind: 'parameter' as const,
      label: row.item ?? parameter,
      ref: row.ref,
      cell: this.context.cell(row.ref, 'value'),
      central: value,
      unit: row.unit ?? '1',
    });
    const input = this.once(`parameter:${parameter}`, make, () =>
      intervalSpread(this.context, { ref: row.ref, central: value, distribution, low, high }),
    );
    return { input, scale: ONE.dividedBy(value) };
  }

  /**
   * The factor of a line, as the input it shares with the other lines of that factor.
   * @param factor value used, e.g. a path's mean or one year of it; `null` result for a 0 that no input can scale
   */
  factor(footprint: FootprintLine, setting: SegmentSetting, factor: Decimal): InputUse | null {
    const { line, path } = footprint.emission;
    if (path !== null) return this.pathFactor(footprint, setting, factor);
    const listed = line.factorId === null ? undefined : this.context.factor(line.factorId);
    if (listed?.value?.equals(factor)) return { input: this.listedFactor(listed.ref.id, setting), scale: ONE };
    const { ref, process, factorUnit } = line;
    const make = () => ({
      kind: 'factor' as const,
      label: process ?? ref.id,
      ref,
      cell: this.context.cell(ref, 'factor'),
      central: factor,
      unit: factorUnit!,
    });
    return { input: this.once(`factor:${ref.table}:${ref.id}`, make, () => null), scale: ONE };
  }

  /** A distribution beside a ranged path is the path's: without limits of its own the factor itself is exact. */
  private listedFactor(id: string, { paths }: SegmentSetting): ModelInput {
    const { ref, value, unit, attributes } = this.context.factor(id)!;
    const make = () => ({
      kind: 'factor' as const,
      label: this.factorName(id),
      ref,
      cell: this.context.cell(ref, 'value'),
      central: value!,
      unit: unit ?? '1',
    });
    const ofPath = paths.has(id) && paths.isRanged(id) && LIMITS.every((key) => !attributes[key]);
    return this.once(`factor:${id}`, make, () => (ofPath ? null : factorSpread(this.context, ref, value!, attributes)));
  }

  private factorName(id: string): string {
    const attributes = this.context.factor(id)?.attributes ?? {};
    const names = [attributes['nameJa'], attributes['nameEn']];
    return (this.context.source.language === 'en' ? names.reverse() : names).find((name) => name) ?? id;
  }

  /** A path without a range of its own moves with its factor; with one it is an input of its own, at the first line's mean. */
  private pathFactor(footprint: FootprintLine, setting: SegmentSetting, factor: Decimal): InputUse | null {
    const id = footprint.emission.path!;
    const ranged = setting.paths.isRanged(id);
    const listed = this.context.factor(id)?.value;
    if (!ranged && listed && !listed.isZero())
      return { input: this.listedFactor(id, setting), scale: factor.dividedBy(listed) };
    if (footprint.factor.isZero()) return null;
    const first = setting.paths.first(id);
    const make = () => ({
      kind: 'factor' as const,
      label: this.factorName(id),
      ref: first.ref,
      cell: this.context.cell(first.ref, 'value'),
      central: footprint.factor,
      unit: this.context.factor(id)?.unit ?? footprint.emission.line.factorUnit!,
    });
    const input = this.once(`path:${id}`, make, () => (ranged ? pathSpread(this.context, footprint, setting) : null));
    return { input, scale: factor.dividedBy(input.central) };
  }

  units(row: SalesRow): ModelInput {
    const { ref, segment, period, distribution, low, high } = row;
    const central = netUnits(row);
    const make = () => ({
      kind: 'units' as const,
      label: [row.place, segment, period].filter((part) => part !== null).join(' · '),
      ref,
      cell: this.context.cell(ref, 'units'),
      central,
      unit: this.context.field('soldUnit')?.text ?? '1',
    });
    return this.once(`units:${ref.id}`, make, () => {
      if (low?.lessThan(0)) return this.refused(row, 'low', 'spread-units-negative', low);
      return intervalSpread(this.context, { ref, central, distribution, low, high });
    });
  }

  rate(row: ContributionRow): ModelInput {
    const { ref, partner, share, distribution, low, high } = row;
    const make = () => ({
      kind: 'rate' as const,
      label: partner ?? ref.id,
      ref,
      cell: this.context.cell(ref, 'share'),
      central: share!,
      unit: '1',
    });
    return this.once(`rate:${ref.id}`, make, () => {
      if (low?.lessThan(0)) return this.refused(row, 'low', 'spread-rate', low);
      if (high?.greaterThan(1)) return this.refused(row, 'high', 'spread-rate', high);
      return intervalSpread(this.context, { ref, central: share!, distribution, low, high });
    });
  }

  private refused({ ref }: SalesRow | ContributionRow, column: string, code: string, found: Decimal): undefined {
    this.context.block(ref, column, code, { found: found.toString() });
    return undefined;
  }

  rebound(): ModelInput | null {
    const field = this.context.field('rebound');
    if (!field?.number) return null;
    const make = () => ({
      kind: 'rebound' as const,
      label: field.key,
      ref: field.ref,
      cell: this.context.cell(field.ref, 'value'),
      central: field.number!,
      unit: '1',
    });
    return this.once('rebound', make, () => null);
  }
}
