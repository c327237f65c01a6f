import type { Terminal } from '../../src/apps/cli/terminal';

export interface Captured {
  readonly terminal: Terminal;
  readonly out: () => string;
  readonly err: () => string;
}

/** A terminal that keeps what is written to it. */
export function capturedTerminal(input: readonly string[] = [], locale = 'en_US.UTF-8'): Captured {
  const written = { out: '', err: '' };
  return {
    terminal: {
      out: (text) => (written.out += text),
      err: (text) => (written.err += text),
      readLines: async function* () {
        yield* input;
      },
      locale,
      showsProgress: false,
    },
    out: () => written.out,
    err: () => written.err,
  };
}
