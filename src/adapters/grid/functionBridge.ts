import { BaseFunction, type BaseValueObject } from '@univerjs/engine-formula';
import type { CallResult } from '../../core/functions/call';
import type { Argument, FunctionResult, FunctionSpec } from '../../core/functions/types';
import { message } from '../../core/message';
import { cellValueOf, engineError, engineMatrix, engineScalar, matrixOf } from './engineValues';

/** Add-in functions carry this prefix in a formula. */
export const NAMESPACE = 'KMC';

export type EngineFunctionClass = new (name: string) => BaseFunction;

/** How the engine takes further functions: class and name. */
export type EngineFunctionEntry = readonly [EngineFunctionClass, string];

export type CallFunction = (spec: FunctionSpec, args: readonly (Argument | undefined)[]) => CallResult;

/**
 * The registry's functions for the engine. Blank cells reach them as `null`, errors as error objects; nothing they do can throw
 * into the engine, which would end the process.
 *
 * @param specs the functions
 * @param call evaluates one of them, `callFunction` of the core
 * @returns entries for the engine's option `function`
 */
export function engineFunctions(specs: readonly FunctionSpec[], call: CallFunction): EngineFunctionEntry[] {
  return specs.map((spec) => [bridged(spec, call), `${NAMESPACE}.${spec.id}`] as const);
}

function bridged(spec: FunctionSpec, call: CallFunction): EngineFunctionClass {
  return class extends BaseFunction {
    override minParams = 0;
    override maxParams = 255;

    override calculate(...variants: BaseValueObject[]): BaseValueObject {
      try {
        return engineResult(call(spec, variants.map(argumentOf)));
      } catch (thrown) {
        return asValue(
          engineError(
            '#VALUE!',
            message('recalc.function.failed', { name: `${NAMESPACE}.${spec.id}`, reason: String(thrown) }),
          ),
        );
      }
    }
  } as EngineFunctionClass;
}

/** A single cell stays a scalar; a block becomes rows. */
export function argumentOf(variant: BaseValueObject | null | undefined): Argument {
  return variant?.isArray() ? matrixOf(variant as never) : cellValueOf(variant);
}

function engineResult(result: CallResult): BaseValueObject {
  if (!result.ok) return asValue(engineError(result.error, result.message));
  return isMatrix(result.value) ? engineMatrix(result.value) : engineScalar(result.value);
}

function isMatrix(result: FunctionResult): result is Extract<FunctionResult, readonly unknown[]> {
  return Array.isArray(result);
}

const asValue = (error: unknown): BaseValueObject => error as BaseValueObject;
