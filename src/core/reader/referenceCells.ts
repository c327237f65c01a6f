import { citedIds } from '../case/citedIds';
import { failure, success, type Outcome } from '../message';
import type { TableName } from '../template/types';
import { idText, shown, type Content } from './content';
import type { Ids } from './readingContext';

/**
 * The id of another table's row. It must be the very content of that row's id cell: a native look-up finds no other. Documents are looked
 * up by no formula, and a cell may name several.
 */
export function readReference(content: Content, table: TableName, ids: Ids): Outcome<string> {
  const several = table === 'KmcEvidence' ? documentsIn(content, ids) : null;
  return several ?? readOne(content, table, ids);
}

/** `null` where the cell names one document, or words of which none is an id. */
function documentsIn(content: Content, ids: Ids): Outcome<string> | null {
  const known = ids.get('KmcEvidence');
  if (typeof content !== 'string' || !known || known.has(content)) return null;
  const named = citedIds(content);
  if (named.length < 2 || !named.some((id) => known.has(id))) return null;
  const refused = named.map((id) => readOne(id, 'KmcEvidence', ids)).find(({ ok }) => !ok);
  return refused ?? success(named.join(', '));
}

function readOne(content: Content, table: TableName, ids: Ids): Outcome<string> {
  const rows = ids.get(table);
  if (typeof content === 'string' && rows?.get(content)?.content === content) return success(content);
  const id = idText(content);
  const found = shown(content);
  if (id === null) return failure('reader.expected-text', { found });
  if (!rows) return failure('reader.reference-table-missing', { found, table });
  const place = rows.get(id);
  if (!place) return failure('reader.reference-missing', { found, table });
  if (place.content !== content)
    return failure('reader.reference-spelling', { found, table, expected: shown(place.content) });
  return success(id);
}
