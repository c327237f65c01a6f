import { message, type Message } from '../message';
import type { ColumnSpec } from '../template/types';
import type { SheetSnapshot } from '../workbook/snapshot';
import { columnData, type ColumnData } from './columnData';
import { headerParts, type HeaderParts } from './headerText';
import { CERTAIN, headerScore, keysOf } from './headerWords';
import { sideOf } from './sides';
import type { AdoptableTable, ColumnProposal, Confidence } from './types';

/** A column of the range with all that speaks for what it holds. */
interface Candidate {
  readonly column: number;
  readonly header: string;
  readonly parts: HeaderParts;
  readonly data: ColumnData;
}

interface Score {
  readonly key: string;
  readonly value: number;
  readonly reason: Message;
}

/** Below it a column stays unplaced. */
const LEAST = 0.45;
const SURE = 0.9;

/**
 * Proposes a key for each column: each key at most once, the best fit first. Header words, units in headers and the data speak for a key;
 * data that cannot be what the key holds speak against it, unless the header is the template's own.
 * @param lines sheet rows that look like lines; @param left sheet column of the first header
 */
export function proposeColumns(
  sheet: SheetSnapshot,
  table: AdoptableTable,
  headers: readonly string[],
  left: number,
  lines: readonly number[],
): readonly ColumnProposal[] {
  const candidates = headers.map((header, index): Candidate => {
    const column = left + index;
    return { column, header, parts: headerParts(header), data: columnData(sheet, lines, column) };
  });
  const scores = candidates.map((candidate) => scoresOf(table, candidate));
  const context = candidates.map((candidate, index) => besideFactor(candidate, scores[index]!, scores.slice(0, index)));
  const placed = assign(context);
  return candidates.map(({ column, header }, index) => proposal(column, header, context[index]!, placed.get(index)));
}

function scoresOf(table: AdoptableTable, candidate: Candidate): readonly Score[] {
  return keysOf(table)
    .map((spec) => scoreOf(table, spec, candidate))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
}

function scoreOf(table: AdoptableTable, spec: ColumnSpec, candidate: Candidate): Score {
  const { header, parts, data } = candidate;
  const word = headerScore(table, spec.key, header);
  if (word === CERTAIN) return { key: spec.key, value: CERTAIN, reason: message('adoption.reason.template-header') };
  if (word === 1 && vocabularyShare(spec, data) > 0.9)
    return { key: spec.key, value: CERTAIN + 0.1, reason: message('adoption.reason.header') };
  const unit = unitScore(table, spec.key, parts, data);
  const content = header === '' || word === 0 ? dataScore(spec, data) : 0;
  const value = Math.min(1, Math.max(word, unit, word > 0 && unit > 0 ? word + 0.2 : 0, content));
  return {
    key: spec.key,
    value: value * plausibility(spec, parts, data) * sideFit(table, header),
    reason: reasonOf(word, unit, content, parts),
  };
}

function reasonOf(word: number, unit: number, content: number, { unit: found }: HeaderParts): Message {
  if (word >= unit && word >= content && word > 0)
    return message(word === 1 ? 'adoption.reason.header' : 'adoption.reason.header-part');
  if (unit >= content && found) return message('adoption.reason.unit-in-header', { unit: found.text });
  return message('adoption.reason.data');
}

/** In a comparison with both sides in one table a column of the other side is not this side's. */
function sideFit(table: AdoptableTable, header: string): number {
  const side = table === 'KmcBaseline' || table === 'KmcProduct' ? sideOf(header) : null;
  return side === null || side === table ? 1 : 0.3;
}

/** A header that several keys share (区分) is settled by cells that all stand for words of one key's vocabulary. */
function vocabularyShare({ kind, choices }: ColumnSpec, data: ColumnData): number {
  const set = kind === 'place' ? 'place' : choices;
  return set ? data.choices(set) : 0;
}

const INVENTORY: ReadonlySet<string> = new Set(['KmcBaseline', 'KmcProduct', 'KmcSideEffects']);

/** The dimension of a unit in the header: an emission, an emission per something, or anything else that is measured. */
function unitScore(table: AdoptableTable, key: string, { unit, times }: HeaderParts, data: ColumnData): number {
  if (times && ['share', 'units'].includes(key)) return 0.5;
  if (!unit || (data.filled > 0 && data.numbers < 0.5)) return 0;
  const dimension = unit.unit.dimension;
  const meant = dimension['emission'] !== 1 ? 'amount' : Object.keys(dimension).length > 1 ? 'factor' : 'emission';
  if (INVENTORY.has(table)) return key === meant ? 0.6 : 0;
  return table === 'KmcFactors' && key === 'value' && meant === 'factor' ? 0.6 : 0;
}

/** What the data alone would say of a column whose header says nothing. */
function dataScore({ key, kind, choices }: ColumnSpec, data: ColumnData): number {
  if (data.filled === 0) return 0;
  if (key === 'factorUnit') return data.factorUnits > 0.7 ? 0.55 : 0;
  if (kind === 'unit') return data.units > 0.7 && data.factorUnits + data.emissionUnits < 0.3 ? 0.5 : 0;
  if (kind === 'choice' && key !== 'confidential') return data.choices(choices!) > 0.7 ? 0.5 : 0;
  if (kind === 'place') return data.choices('place') > 0.7 ? 0.5 : 0;
  return key === 'process' && data.texts > 0.9 && data.distinct > 0.6 && data.units < 0.3 ? 0.46 : 0;
}

/** 1 where the data can be what the key holds; an empty column can be anything. */
function plausibility(spec: ColumnSpec, { unit }: HeaderParts, data: ColumnData): number {
  const contradicts = unit !== null && !fitsUnit(spec, unit.unit.dimension);
  if (contradicts) return 0.3;
  if (data.filled === 0) return 1;
  return fits(spec, data);
}

function fitsUnit({ key, kind }: ColumnSpec, dimension: Readonly<Record<string, number>>): boolean {
  const isEmission = dimension['emission'] === 1;
  const isPer = Object.keys(dimension).length > 1;
  if (key === 'factor') return isEmission && isPer;
  if (key === 'emission') return isEmission && !isPer;
  if (key === 'amount') return !isEmission;
  return kind !== 'text' && kind !== 'choice' && kind !== 'unit';
}

function fits({ key, kind, choices }: ColumnSpec, data: ColumnData): number {
  switch (kind) {
    case 'number':
    case 'share':
    case 'score':
      if (key === 'year') return data.years > 0.5 ? 1 : 0.2;
      return data.numbers > 0.4 ? 1 : 0.2;
    case 'period':
      return data.years > 0.5 ? 1 : 0.2;
    case 'unit':
      return unitsFit(key, data);
    case 'choice':
      return data.choices(choices!) > 0.3 ? 1 : 0.5;
    case 'place':
      return data.choices('place') > 0.3 || data.numbers > 0.6 ? 1 : 0.5;
    case 'id':
      return data.distinct > 0.95 && data.filled === data.lines ? 1 : 0.2;
    case 'text':
      return data.numbers > 0.8 ? 0.5 : 1;
    default:
      return 1;
  }
}

function unitsFit(key: string, { numbers, units, factorUnits, emissionUnits }: ColumnData): number {
  if (numbers > 0.5) return 0.2;
  if (key === 'factorUnit') return factorUnits > 0.3 ? 1 : 0.5;
  return factorUnits > 0.5 || emissionUnits > 0.5 ? 0.3 : units > 0.2 ? 1 : 0.6;
}

/** Of two columns headed `Unit` the one behind the factor is the factor's, the one behind the emission nobody's. */
function besideFactor(
  { data }: Candidate,
  scores: readonly Score[],
  before: readonly (readonly Score[])[],
): readonly Score[] {
  const isUnit = scores[0]?.key === 'unit' && scores[0].value < CERTAIN;
  const neighbour = before.at(-1)?.[0];
  if (!isUnit || !neighbour) return scores;
  const reason = message('adoption.reason.beside', { key: neighbour.key });
  if (neighbour.key === 'factor' && data.units - data.factorUnits < 0.5)
    return [{ key: 'factorUnit', value: 0.92, reason }, ...scores.filter(({ key }) => key !== 'factorUnit')];
  return neighbour.key === 'emission' ? [] : scores;
}

function assign(scores: readonly (readonly Score[])[]): ReadonlyMap<number, Score> {
  const all = scores.flatMap((list, index) => list.map((score) => ({ index, score })));
  const placed = new Map<number, Score>();
  const taken = new Set<string>();
  for (const { index, score } of all.sort((a, b) => b.score.value - a.score.value || a.index - b.index)) {
    if (score.value < LEAST || placed.has(index) || taken.has(score.key)) continue;
    placed.set(index, score);
    taken.add(score.key);
  }
  return placed;
}

function proposal(column: number, header: string, scores: readonly Score[], found: Score | undefined): ColumnProposal {
  const others = scores.filter(({ key, value }) => key !== found?.key && value > 0.2).map(({ key }) => key);
  return {
    column,
    header,
    key: found?.key ?? null,
    confidence: found ? confidenceOf(found) : null,
    reason: found?.reason ?? null,
    alternatives: others,
  };
}

function confidenceOf({ value, reason }: Score): Confidence {
  if (reason.code === 'adoption.reason.data') return 'guess';
  return value >= SURE ? 'sure' : 'likely';
}
