import { message, type Message } from '../../message';
import type { FaultCode } from './codes';

/** One thing that a check found. */
export interface Fault {
  readonly code: FaultCode;
  /** `package.faults.<code>`. */
  readonly message: Message;
  /** File it concerns, and the place in it as a JSON Pointer (RFC 6901) after `#`. */
  readonly path: string | null;
}

const LONGEST_QUOTATION = 120;

/** What a hostile package says may be as long as the package. */
export const quoted = (text: string): string =>
  text.length > LONGEST_QUOTATION ? `${text.slice(0, LONGEST_QUOTATION)}…` : text;

export function fault(code: FaultCode, path: string | null = null, params: Message['params'] = {}): Fault {
  const shortened = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? quoted(value) : value,
  ]);
  const where = path === null ? {} : { path: quoted(path) };
  return { code, message: message(`package.faults.${code}`, { ...where, ...Object.fromEntries(shortened) }), path };
}
