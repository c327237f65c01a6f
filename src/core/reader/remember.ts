const MOST_REMEMBERED = 10_000;

/**
 * A column says the same few things over and over: each is worked out once.
 * @param work a pure function of a text or number
 */
export function remember<Key extends string | number, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const value = work(key);
    known.set(key, value);
    return value;
  };
}
