import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A member of Office's API that a source uses, with the requirement sets its documentation names. */
export interface UsedMember {
  readonly member: string;
  readonly sets: readonly { readonly name: string; readonly version: number }[];
  readonly where: string;
}

const ROOT = path.resolve(__dirname, '../../..');
const OFFICE = /node_modules\/@types\/(office-js|custom-functions-runtime)\//;
const API_SET = /\[Api set:\s*([A-Za-z]+)\s+(\d+)\.(\d+)/g;

/**
 * Every member of Office's API that the files use: by name, and by the texts given to `load`.
 * @param files paths of TypeScript sources
 */
export function usedMembers(files: readonly string[]): UsedMember[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['office-js', 'custom-functions-runtime'],
    typeRoots: [path.join(ROOT, 'node_modules/@types')],
  };
  const program = ts.createProgram(files, options);
  const finder = new MemberFinder(program.getTypeChecker());
  return files.flatMap((file) => finder.membersIn(program.getSourceFile(file)!));
}

class MemberFinder {
  constructor(private readonly checker: ts.TypeChecker) {}

  membersIn(source: ts.SourceFile): UsedMember[] {
    const found: UsedMember[] = [];
    const visit = (node: ts.Node): void => {
      const position = source.getLineAndCharacterOfPosition(node.getStart());
      const where = `${path.relative(ROOT, source.fileName)}:${position.line + 1}`;
      this.symbolsOf(node).forEach((symbol) => found.push(...this.member(symbol, where)));
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  }

  private symbolsOf(node: ts.Node): (ts.Symbol | undefined)[] {
    if (ts.isPropertyAccessExpression(node)) return [this.checker.getSymbolAtLocation(node.name)];
    if (ts.isBindingElement(node)) {
      const name = (node.propertyName ?? node.name).getText();
      return [this.checker.getTypeAtLocation(node.parent).getProperty(name)];
    }
    return ts.isCallExpression(node) ? this.loaded(node) : [];
  }

  /** `range.load('values,worksheet/name')` */
  private loaded({ expression, arguments: [asked] }: ts.CallExpression): (ts.Symbol | undefined)[] {
    if (!ts.isPropertyAccessExpression(expression) || expression.name.text !== 'load' || !asked) return [];
    const text = this.checker.getTypeAtLocation(asked);
    if (!text.isStringLiteral()) throw new Error(`load(${asked.getText()}) is no text that can be checked`);
    const target = this.checker.getTypeAtLocation(expression.expression);
    return text.value.split(',').flatMap((each) => this.path(target, each.trim().split('/'), asked));
  }

  private path(target: ts.Type, [name, ...rest]: readonly string[], at: ts.Node): ts.Symbol[] {
    if (name === undefined) return [];
    const symbol = target.getProperty(name);
    if (!symbol) throw new Error(`${this.checker.typeToString(target)} has no ${name} to load`);
    const type = this.checker.getTypeOfSymbolAtLocation(symbol, at);
    const item = type.getNumberIndexType();
    return [symbol, ...this.path(name === 'items' && item ? item : type, rest, at)];
  }

  private member(symbol: ts.Symbol | undefined, where: string): UsedMember[] {
    const declarations = symbol?.declarations?.filter((each) => OFFICE.test(each.getSourceFile().fileName)) ?? [];
    if (declarations.length === 0) return [];
    const owner = (declarations[0]!.parent as ts.ClassDeclaration).name?.getText() ?? '';
    return [{ member: `${owner}.${symbol!.name}`, sets: declarations.flatMap(setsOf), where }];
  }
}

function setsOf(declaration: ts.Declaration): UsedMember['sets'] {
  const comments = ts.getJSDocCommentsAndTags(declaration).map((comment) => comment.getFullText());
  return comments.flatMap((text) =>
    [...text.matchAll(API_SET)].map(([, name, major, minor]) => ({
      name: name!,
      version: Number(major) * 100 + Number(minor),
    })),
  );
}

/**
 * Members of Excel's objects that came with later requirement sets than a given one, from the typings.
 * @param version of the set ExcelApi, as `1.12`
 * @returns as `Range.getDirectDependents`; of a member with several forms the oldest counts
 */
export function membersAbove(version: string): readonly string[] {
  const file = path.join(ROOT, 'node_modules/@types/office-js/index.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const oldest = new Map<string, number>();
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node)) node.members.forEach((member) => note(oldest, node, member));
    else ts.forEachChild(node, visit);
  };
  source.statements.filter(isExcelNamespace).forEach(visit);
  const limit = setVersion(...(version.split('.') as [string, string]));
  return [...oldest].filter(([, came]) => came > limit).map(([member]) => member);
}

const isExcelNamespace = (node: ts.Statement): boolean =>
  ts.isModuleDeclaration(node) && node.name.getText() === 'Excel';

const setVersion = (major: string, minor: string): number => Number(major) * 100 + Number(minor);

function note(oldest: Map<string, number>, owner: ts.ClassDeclaration, member: ts.ClassElement): void {
  const versions = setsOf(member).filter(({ name }) => name === 'ExcelApi');
  if (!member.name || versions.length === 0) return;
  const key = `${owner.name!.text}.${member.name.getText()}`;
  oldest.set(key, Math.min(oldest.get(key) ?? Infinity, ...versions.map((set) => set.version)));
}
