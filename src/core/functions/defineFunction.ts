import { message } from '../message';
import { passOnErrors, type Place } from './arguments';
import type { Parameter } from './parameters';
import { FunctionError, type Argument, type FunctionExample, type FunctionResult, type FunctionSpec } from './types';

type Parameters = Readonly<Record<string, Parameter<unknown>>>;
type Values<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

interface Definition<P extends Parameters> {
  readonly id: string;
  /** In the order of the formula. */
  readonly parameters: P;
  readonly result: FunctionSpec['result'];
  readonly examples: readonly FunctionExample[];
  readonly helpValues?: FunctionSpec['helpValues'];
  /** @param at names an argument in a refusal that only the function itself can decide */
  evaluate(values: Values<P>, at: (parameter: keyof P & string) => Place): FunctionResult;
}

interface Slot {
  readonly at: Place;
  readonly parameter: Parameter<unknown>;
  readonly given: readonly (Argument | undefined)[];
}

/**
 * Makes a function of its declaration: reads and checks every argument, then evaluates the one expression.
 * Error values in the arguments are passed on before anything else is looked at.
 */
export function defineFunction<P extends Parameters>({ parameters, evaluate, ...data }: Definition<P>): FunctionSpec {
  const { id } = data;
  const at = (parameter: string): Place => ({ functionId: id, parameter });
  const entries = Object.entries(parameters);
  return {
    ...data,
    parameters: entries.map(([name, { read: _, ...spec }]) => ({ name, ...spec })),
    evaluate: (args) => {
      const slots = entries.map(([name, parameter], index): Slot => ({
        at: at(name),
        parameter,
        given: share(args, index, parameter),
      }));
      refuseSurplus(id, args, slots);
      slots.forEach(passOnSlot);
      const values = Object.fromEntries(
        slots.map((slot) => [slot.at.parameter, slot.parameter.read(slot.given, slot.at)]),
      );
      return evaluate(values as Values<P>, at);
    },
  };
}

function share(args: readonly (Argument | undefined)[], index: number, { repeating }: Parameter<unknown>) {
  return repeating ? args.slice(index) : args.slice(index, index + 1);
}

function passOnSlot({ at, parameter, given }: Slot): void {
  given.forEach((argument, index) =>
    passOnErrors(argument, parameter.repeating ? { ...at, repetition: index + 1 } : at),
  );
}

function refuseSurplus(id: string, args: readonly unknown[], slots: readonly Slot[]): void {
  const used = slots.reduce((count, slot) => count + slot.given.length, 0);
  if (args.length <= used) return;
  throw new FunctionError(
    '#VALUE!',
    message('functions.errors.too-many-arguments', {
      function: `KMC.${id}`,
      found: args.length,
      expected: slots.length,
    }),
  );
}
