/** What a cell shows: a value or block of values, or an error with the sentence Excel shows beside it. */
export type FunctionResult = { readonly value: unknown } | { readonly error: string; readonly text: unknown };

/** Excel's numbers for the errors a function may give back. */
const ERRORS: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  10: '#NAME?',
};
const INVOKE = [1, 1000] as const;
/** Says that error values among the arguments are to be made error objects. */
const HAS_ERRORS = 4;

/** Function calls that Excel has sent to the add-in and waits for. */
export class FunctionCalls {
  private readonly waiting = new Map<number, (result: FunctionResult) => void>();
  private next = 1;
  ready: () => void = () => {};
  private readonly isReady = new Promise<void>((resolve) => {
    this.ready = resolve;
  });

  /** @param send an entry of a message about functions */
  constructor(private readonly send: (entry: unknown) => Promise<void>) {}

  /** The add-in takes calls only once it has registered its functions. */
  async call(id: string, args: readonly unknown[]): Promise<FunctionResult> {
    await this.isReady;
    const number = this.next++;
    const result = new Promise<FunctionResult>((resolve) => this.waiting.set(number, resolve));
    const body = [number, id, args, 'Sheet1!A1', HAS_ERRORS, null];
    await this.send([...INVOKE, '', JSON.stringify(body), number, false]);
    return result;
  }

  settle(results: readonly [number, boolean, unknown, number][]): void {
    for (const [number, succeeded, value, code] of results) {
      this.waiting.get(number)?.(succeeded ? { value } : { error: ERRORS[code] ?? `error ${code}`, text: value });
      this.waiting.delete(number);
    }
  }
}
