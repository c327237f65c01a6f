import { createMemoryHost } from '../../src/adapters/memory/memoryHost';
import { describeHost } from './contract';

describeHost('memory', { calculates: false, notes: true }, async (workbook) => {
  const host = createMemoryHost(workbook);
  return { host, close: () => {}, userEdits: (edits) => host.edit(edits), selected: () => host.revealed };
});
