/** A refusal as Excel words it: its own error code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    text: string,
    readonly httpStatus = 400,
  ) {
    super(text);
  }
}

export const notFound = (what: unknown): HostError =>
  new HostError('ItemNotFound', `The requested resource doesn't exist. (${String(what)})`, 404);

export const invalidArgument = (what: string): HostError =>
  new HostError('InvalidArgument', `The argument is invalid or missing or has an incorrect format. (${what})`);
