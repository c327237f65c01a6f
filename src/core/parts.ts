/** Work done part by part, run to its end without a pause. */
export function toEnd<T>(parts: Generator<void, T, void>): T {
  let part = parts.next();
  while (!part.done) part = parts.next();
  return part.value;
}
