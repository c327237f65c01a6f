import type { Univer } from '@univerjs/core';
import { createGridHost, type GridHost } from '../../adapters/grid/gridHost';
import { gridOnPage, type GridLanguage } from '../../adapters/grid/gridOnPage';
import { looksOf } from '../../adapters/grid/looks';
import { openGrid, type OpenedGrid } from '../../adapters/grid/openGrid';
import { createLiveCalculator } from '../../adapters/recalc/liveCalculator';
import { readXlsx } from '../../adapters/xlsx/read/readXlsx';
import { message, type Message } from '../../core/message';
import { sheetCellAddress } from '../../core/workbook/a1';
import { functionHelp } from './functionHelp';
import { saveWorkbook } from './saveWorkbook';

/** A workbook on the page: its file as it was opened or last saved, and the grid that shows it. */
export interface OpenWorkbook {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly host: GridHost;
  readonly univer: Univer;
  readonly opened: OpenedGrid;
  /** What the page cannot show or calculate. */
  readonly notices: readonly Message[];
  close(): void;
}

/**
 * @param place where the grid goes; it is filled only when the file has been read
 * @throws KmcError for anything that is not a sound workbook
 */
export async function openWorkbook(
  place: HTMLElement,
  name: string,
  bytes: Uint8Array,
  language: GridLanguage,
): Promise<OpenWorkbook> {
  const { snapshot, notices } = await readXlsx(bytes);
  const looks = await looksOf(bytes);
  const container = document.createElement('div');
  container.style.height = '100%';
  place.append(container);
  const univer = gridOnPage(container, language, functionHelp);
  const opened = openGrid(univer, snapshot, 'workbook', looks);
  const host = createGridHost(
    univer,
    opened,
    createLiveCalculator(),
    async (grid) => (await saveWorkbook({ bytes, host: grid, opened })).bytes,
  );
  const close = () => {
    host.dispose();
    univer.dispose();
    container.remove();
  };
  return {
    name,
    bytes,
    host,
    univer,
    opened,
    notices: [...notices, ...notCalculated(opened)],
    close,
  };
}

function notCalculated({ problems }: OpenedGrid): Message[] {
  const [first] = problems;
  if (!first) return [];
  const cell = sheetCellAddress(first.cell);
  return [message('workbench.open.not-calculated', { cell, reason: first.message, others: problems.length - 1 })];
}
