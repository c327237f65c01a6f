/**
 * An object of Excel's that only takes what it is told: each property and each call is noted under its path, such as
 * `A1:B2 format.font.bold`. What a property is called is held to Office's own types where the add-in is compiled.
 */
export class Said {
  [member: string]: unknown;
  static readonly scalars: readonly string[] = [];

  /**
   * @param objects members that are objects in turn; every other one is a value or a method
   * @param held members that can be read
   */
  constructor(
    notes: Map<string, unknown>,
    path: string,
    objects: readonly string[] = [],
    held: Readonly<Record<string, unknown>> = {},
  ) {
    const noted = (name: string) => `${path}.${name}`;
    return new Proxy(this, {
      has: () => true,
      get: (target, name) => {
        if (typeof name !== 'string' || name === 'constructor') return Reflect.get(target, name) as unknown;
        if (name in held) return held[name];
        if (name === 'items' || name === 'identity') return undefined;
        if (objects.includes(name)) return new Said(notes, noted(name), objects);
        return (...args: unknown[]) => {
          if (name === 'getItem') return new Said(notes, noted(String(args[0])), objects);
          notes.set(noted(name), args.map(named));
          return null;
        };
      },
      set: (_target, name, value) => {
        notes.set(noted(String(name)), value);
        return true;
      },
    });
  }
}

const named = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'localAddress' in value ? value.localAddress : value;
