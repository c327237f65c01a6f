import { KmcError, message, type Message } from '../../../core/message';

/** Why a file is not read; the sentences stand below `xlsx.read.`. */
export const REFUSALS = [
  'empty',
  'encrypted',
  'oldFormat',
  'picture',
  'pdf',
  'text',
  'notZip',
  'xlsb',
  'ods',
  'word',
  'powerPoint',
  'missingWorkbook',
  'truncated',
  'damagedZip',
  'damagedPart',
  'zip64',
  'packing',
  'unsafeName',
  'repeatedPart',
  'tooManyParts',
  'tooLarge',
  'partTooLarge',
  'bomb',
  'missingPart',
  'badXml',
  'doctype',
  'deepXml',
  'badWorkbook',
  'badStyle',
  'badPlace',
  'badValue',
  'badTable',
  'badName',
  'brokenSharedFormula',
  'formulasTooLong',
  'tooManyCells',
  'tooManySheets',
  'repeatedSheet',
  'missingSheet',
  'noSheets',
  'repeatedElement',
  'repeatedCell',
  'repeatedTable',
] as const;

/** What a file holds and the snapshot cannot. */
export const NOTICES = ['chartSheet', 'otherSheet', 'macros'] as const;

export type Refusal = (typeof REFUSALS)[number];

/**
 * Ends the reading of a file with a sentence.
 * @throws KmcError always
 */
export function refuse(reason: Refusal, params: Message['params'] = {}): never {
  throw new KmcError(message(`xlsx.read.${reason}`, shortened(params)));
}

const LONGEST_QUOTATION = 100;

/** What a hostile file says may be as long as the file. */
function shortened(params: Message['params']): Message['params'] {
  const entries = Object.entries(params).map(([name, value]) => {
    const tooLong = typeof value === 'string' && value.length > LONGEST_QUOTATION;
    return [name, tooLong ? `${value.slice(0, LONGEST_QUOTATION)}…` : value];
  });
  return Object.fromEntries(entries);
}

export const notice = (what: (typeof NOTICES)[number], params: Message['params'] = {}): Message =>
  message(`xlsx.read.${what}`, params);
