import { HostError } from './hostError';

/** What office.js sends for one `context.sync()`. */
export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: Query;
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

interface Query {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
}

export interface BatchAnswer {
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[];
  readonly Error?: Readonly<Record<string, unknown>>;
}

/** What an action and an object path stand for, in the numbers of office.js. */
const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;
const PATH = { root: 1, service: 2, method: 3, property: 4, indexer: 5, kept: 6, nothing: 7 } as const;

/** An object of the model: the public API's own member names; `scalars` are the properties that `load` may ask for. */
export type ModelObject = Record<string, unknown> & { constructor: { scalars?: readonly string[]; name: string } };

/**
 * Plays the batches of the real office.js against plain objects: a wire member `GetRange` is the member `getRange` of the
 * object addressed. What the model does not have is refused by name, never answered with nothing.
 */
export class BatchPlayer {
  private readonly kept = new Map<string, ModelObject>();
  private readonly keptIds = new WeakMap<object, string>();
  private next = 1;

  constructor(
    private readonly root: ModelObject,
    private readonly services: Readonly<Record<string, ModelObject>> = {},
  ) {}

  /** Like Excel: actions before the one that fails have happened. */
  play(batch: Batch): BatchAnswer {
    const live = new Map<number, ModelObject | null>();
    const at = (id: number): ModelObject | null => {
      if (!live.has(id)) live.set(id, this.resolve(batch.ObjectPaths[id]!, at));
      return live.get(id)!;
    };
    const Results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of batch.Actions.entries()) {
      try {
        Results.push({ ActionId: action.Id, Value: this.perform(action, at) ?? null });
      } catch (error) {
        return { Results, Error: refusal(error, index) };
      }
    }
    return { Results };
  }

  private resolve(path: ObjectPath, at: (id: number) => ModelObject | null): ModelObject | null {
    const parent = path.ParentObjectPathId ? at(path.ParentObjectPathId) : this.root;
    if (parent === null) return null;
    const args = () => argumentsOf(path.ArgumentInfo, at);
    switch (path.ObjectPathType) {
      case PATH.root:
        return this.root;
      case PATH.service:
        return this.services[path.Name] ?? refuse('service', path.Name);
      case PATH.method:
        return call(parent, path.Name, args()) as ModelObject | null;
      case PATH.property:
        return read(parent, memberName(path.Name)) as ModelObject | null;
      case PATH.indexer:
        return call(parent, 'GetItem', args()) as ModelObject | null;
      case PATH.kept:
        return this.kept.get(path.Name) ?? refuse('kept object', path.Name);
      case PATH.nothing:
        return null;
      default:
        return refuse('object path of type', path.ObjectPathType);
    }
  }

  private perform(action: Action, at: (id: number) => ModelObject | null): unknown {
    if (action.ActionType === ACTION.trace) return null;
    const target = at(action.ObjectPathId);
    const name = action.Name ?? '';
    switch (action.ActionType) {
      case ACTION.instantiate:
        return target === null ? null : this.identity(target);
      case ACTION.query:
        return project(target, [...(action.QueryInfo?.Select ?? []), ...(action.QueryInfo?.Expand ?? [])]);
      case ACTION.method:
        return this.invoke(target!, name, argumentsOf(action.ArgumentInfo, at));
      case ACTION.setProperty:
        return write(target!, memberName(name), argumentsOf(action.ArgumentInfo, at)[0]);
      default:
        return refuse('action of type', action.ActionType);
    }
  }

  private invoke(target: ModelObject, name: string, args: readonly unknown[]): unknown {
    if (name === '_KeepReference') return this.keep(target);
    if (name === '_RemoveReference') return void this.kept.delete(String(args[0]));
    return call(target, name, args);
  }

  private keep(target: ModelObject): void {
    if (this.keptIds.has(target)) return;
    const id = `kept:${this.next++}`;
    this.keptIds.set(target, id);
    this.kept.set(id, target);
  }

  /** Without an identity the second `sync` of a proxy fails in the library. */
  private identity(target: ModelObject): Record<string, unknown> {
    const id = this.keptIds.get(target);
    return { ...(target.identity as object | undefined), ...(id === undefined ? {} : { _ReferenceId: id }) };
  }
}

const memberName = (wire: string): string => (wire.startsWith('_') ? wire : wire[0]!.toLowerCase() + wire.slice(1));
const wireName = (member: string): string =>
  member.startsWith('_') ? member : member[0]!.toUpperCase() + member.slice(1);

function refuse(kind: string, name: string | number): never {
  throw new HostError('ApiNotFound', `The test host has no ${kind} ${name}`, 404);
}

function refusal(error: unknown, ActionIndex: number): Readonly<Record<string, unknown>> {
  if (!(error instanceof HostError)) throw error;
  return { Code: error.code, Message: error.message, HttpStatusCode: error.httpStatus, ActionIndex, Location: '' };
}

function argumentsOf(info: ArgumentInfo | undefined, at: (id: number) => ModelObject | null): unknown[] {
  const references = info?.ReferencedObjectPathIds ?? [];
  const value = (given: unknown, reference: unknown): unknown => {
    if (Array.isArray(reference)) return (given as unknown[]).map((each, index) => value(each, reference[index]));
    return typeof reference === 'number' && reference !== 0 ? at(reference) : given;
  };
  return (info?.Arguments ?? []).map((given, index) => value(given, references[index]));
}

function call(target: ModelObject, wire: string, args: readonly unknown[]): unknown {
  const method = target[memberName(wire)];
  if (typeof method !== 'function') return refuse('method', `${target.constructor.name}.${memberName(wire)}`);
  return method.apply(
    target,
    args.map((each) => each ?? undefined),
  );
}

function read(target: ModelObject, name: string): unknown {
  return name in target ? target[name] : refuse('property', `${target.constructor.name}.${name}`);
}

function write(target: ModelObject, name: string, value: unknown): void {
  if (!(name in target)) refuse('property', `${target.constructor.name}.${name}`);
  target[name] = value;
}

/** What `load` asks for: paths such as `name` or `worksheet/name`, of a collection for each of its items. */
function project(target: unknown, paths: readonly string[]): unknown {
  const model = target as ModelObject | null | undefined;
  if (!model?.constructor.scalars) return model ?? null;
  if (Array.isArray(model.items)) return { _Items: model.items.map((item) => project(item, paths)) };
  const nested = new Map<string, string[]>();
  const answer: Record<string, unknown> = { ...(model.identity as object | undefined) };
  for (const path of paths) {
    const [head = '', ...rest] = path.split('/');
    const name = memberName(head);
    if (rest.length === 0 && model.constructor.scalars.includes(name)) answer[wireName(name)] = model[name];
    else nested.set(name, [...(nested.get(name) ?? []), ...(rest.length > 0 ? [rest.join('/')] : [])]);
  }
  for (const [name, rest] of nested) answer[wireName(name)] = project(read(model, name), rest);
  return answer;
}
