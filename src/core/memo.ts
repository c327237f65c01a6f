/**
 * Remembers what a pure function of one text gave. A table repeats its formulas and units in every row, so a few entries serve a whole
 * workbook; when `limit` different texts have been seen the memory starts anew.
 */
export function rememberByText<T>(compute: (text: string) => T, limit = 4096): (text: string) => T {
  const known = new Map<string, { readonly result: T }>();
  return (text) => {
    const entry = known.get(text);
    if (entry) return entry.result;
    const result = compute(text);
    if (known.size >= limit) known.clear();
    known.set(text, { result });
    return result;
  };
}
