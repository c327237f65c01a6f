import { message, type Message } from '../message';
import { cellAddress, quotedSheetName } from '../workbook/a1';
import type { RangeRef } from '../workbook/cell';
import type { NameEdit } from '../workbook/edit';
import { precedents } from '../workbook/precedents';
import type { NameSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { textFormulas, textOfFormulas } from '../workbook/textNames';
import { adoptionOf, mappingText } from './mapping';
import { STORED_NAME } from './storedNames';
import type { Adoption, StoredAdoption } from './types';

const rangeName = (id: number): string => `KmcAdopted_${id}`;
const mapName = (id: number, part: number): string => `KmcAdopted_${id}_Map${part}`;

/** The adoptions a workbook holds, by their number. What cannot be read any more is among them, with the reason. */
export function adoptionsOf(snapshot: WorkbookSnapshot): readonly StoredAdoption[] {
  const byId = new Map<number, NameSnapshot[]>();
  for (const name of snapshot.names) {
    const id = name.sheet === null ? STORED_NAME.exec(name.name)?.[1] : undefined;
    if (id !== undefined) byId.set(Number(id), [...(byId.get(Number(id)) ?? []), name]);
  }
  return [...byId].sort(([a], [b]) => a - b).map(([id, names]) => stored(snapshot, id, names));
}

function stored(snapshot: WorkbookSnapshot, id: number, names: readonly NameSnapshot[]): StoredAdoption {
  const kept = { id, names: names.map(({ name }) => name) };
  const range = rangeOf(
    snapshot,
    names.find(({ name }) => STORED_NAME.exec(name)?.[2] === undefined),
  );
  const text = textOf(names);
  const fails = (problem: Message): StoredAdoption => ({ ...kept, adoption: null, problem });
  if (text === null) return fails(message('adoption.mapping-unreadable'));
  const adoption = adoptionOf(text, range ?? NOWHERE);
  if (!adoption.ok) return fails(adoption.message);
  if (!range) return fails(message('adoption.range-lost', { name: rangeName(id), table: adoption.value.table }));
  return { ...kept, adoption: adoption.value, problem: null };
}

const NOWHERE: RangeRef = { sheet: '', top: 0, left: 0, bottom: 0, right: 0 };

/** The one block of cells the name stands for; `null` where it was deleted, or is no longer one block. */
function rangeOf(snapshot: WorkbookSnapshot, name: NameSnapshot | undefined): RangeRef | null {
  if (!name) return null;
  const read = precedents(name.formula, { sheet: '', row: 0, column: 0 }, snapshot.tables);
  const [first] = read;
  if (read.length !== 1 || first?.kind !== 'range') return null;
  return snapshot.sheets.some((sheet) => sheet.name === first.range.sheet) || first.range.sheet !== ''
    ? first.range
    : null;
}

/** The constants of all parts in their order; `null` where a part is missing or is no text. */
function textOf(names: readonly NameSnapshot[]): string | null {
  const parts = new Map(
    names.flatMap(({ name, formula }) => {
      const part = STORED_NAME.exec(name)?.[2];
      return part === undefined ? [] : [[Number(part), formula] as const];
    }),
  );
  const formulas = Array.from({ length: parts.size }, (_, index) => parts.get(index + 1));
  if (formulas.length === 0 || formulas.includes(undefined)) return null;
  return textOfFormulas(formulas as readonly string[]);
}

/**
 * Saves an adoption in the workbook: defined names, and no cell touched.
 * @param id of the stored adoption it replaces; a new number where nothing is said
 * @returns the edits to apply in one go; {@link undoEdits} of the snapshot before gives those that take them back
 */
export function adoptEdits(snapshot: WorkbookSnapshot, adoption: Adoption, id = nextId(snapshot)): readonly NameEdit[] {
  const parts = textFormulas(mappingText(adoption));
  const edits: NameEdit[] = [
    { kind: 'set-name', name: rangeName(id), formula: absoluteRange(adoption.range), hidden: false },
    ...parts.map((formula, index): NameEdit => ({
      kind: 'set-name',
      name: mapName(id, index + 1),
      formula,
      hidden: true,
    })),
  ];
  const written = new Set(edits.map(({ name }) => name.toLowerCase()));
  return [...removeEdits(snapshot, id).filter(({ name }) => !written.has(name.toLowerCase())), ...edits];
}

/** @returns the edits that make the workbook forget an adoption; the user's cells stay as they are */
export function removeEdits(snapshot: WorkbookSnapshot, id: number): readonly NameEdit[] {
  const found = adoptionsOf(snapshot).find((one) => one.id === id);
  return (found?.names ?? []).map((name) => ({ kind: 'remove-name', name }));
}

/** @returns the edits that give the names of every adoption the state they have in `before` */
export function undoEdits(before: WorkbookSnapshot, now: WorkbookSnapshot): readonly NameEdit[] {
  const ours = ({ names }: WorkbookSnapshot): readonly NameSnapshot[] =>
    names.filter(({ name, sheet }) => sheet === null && STORED_NAME.test(name));
  const then = ours(before);
  const gone = ours(now).filter(({ name }) => !then.some((other) => other.name === name));
  const changed = then.filter(({ name, formula, hidden }) => {
    const current = ours(now).find((other) => other.name === name);
    return current?.formula !== formula || current.hidden !== hidden;
  });
  return [
    ...gone.map(({ name }): NameEdit => ({ kind: 'remove-name', name })),
    ...changed.map(({ name, formula, hidden }): NameEdit => ({ kind: 'set-name', name, formula, hidden })),
  ];
}

function nextId(snapshot: WorkbookSnapshot): number {
  return Math.max(0, ...adoptionsOf(snapshot).map(({ id }) => id)) + 1;
}

function absoluteRange({ sheet, top, left, bottom, right }: RangeRef): string {
  const cell = (row: number, column: number): string =>
    cellAddress({ row, column }).replace(/([A-Z]+)(\d+)/, '$$$1$$$2');
  return `${quotedSheetName(sheet)}!${cell(top, left)}:${cell(bottom, right)}`;
}
