import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

const ROOT = path.resolve(__dirname, '..');
const SOURCE = path.join(ROOT, 'src');

interface Row {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

/** The may-import table of docs/architecture.md, which is thereby kept true. */
function table(): readonly Row[] {
  const text = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');
  const list = (cell: string) =>
    cell
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  const start = text.indexOf('| folder | may import | packages |');
  return text
    .slice(start)
    .split('\n')
    .slice(2)
    .filter(
      (line, index, lines) => line.startsWith('|') && lines.slice(0, index).every((before) => before.startsWith('|')),
    )
    .map((line) => line.split('|').slice(1, -1))
    .map(([folder, folders, packages]) => ({
      folder: folder!.trim(),
      folders: list(folders!),
      packages: list(packages!),
    }));
}

const rows = table();
const byFolder = new Map(rows.map((row) => [row.folder, row]));

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? files(full) : /\.tsx?$/.test(entry.name) ? [full] : [];
  });
}

/** The table's folder that a file belongs to: the longest one it lies in. */
function home(file: string): string | undefined {
  const relative = path.relative(SOURCE, file).split(path.sep).join('/');
  return [...byFolder.keys()]
    .filter((folder) => relative.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function resolve(from: string, specifier: string): string | null {
  const base = path.resolve(path.dirname(from), specifier);
  const found = [base, `${base}.ts`, `${base}.tsx`, path.join(base, 'index.ts'), path.join(base, 'index.tsx')];
  return found.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? null;
}

/** `@scope/name/sub` → `@scope/name`; Node's own modules → `node`. */
function packageName(specifier: string): string {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return 'node';
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Open to every folder: types, and functions of nothing but their arguments. */
const SHARED = [
  'core/crc32.ts',
  'core/message.ts',
  'core/memo.ts',
  'core/parts.ts',
  'core/ports.ts',
  'core/sha256.ts',
  'core/version.ts',
];

function forbidden(file: string): string[] {
  const folder = home(file)!;
  const row = byFolder.get(folder)!;
  const imports = ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName);
  const where = path.relative(ROOT, file);
  return imports.flatMap((specifier) => {
    if (!specifier.startsWith('.')) {
      const name = packageName(specifier);
      return row.packages.includes(name) ? [] : [`${where} may not import ${name}`];
    }
    const target = resolve(file, specifier);
    if (!target) return [`${where} imports ${specifier}, which does not exist`];
    const relative = path.relative(SOURCE, target).split(path.sep).join('/');
    const other = home(target);
    const allowed =
      SHARED.includes(relative) || other === folder || (other !== undefined && row.folders.includes(other));
    return allowed ? [] : [`${where} may not import ${relative}`];
  });
}

describe('the may-import table of docs/architecture.md', () => {
  it('is found and read', () => {
    expect(rows.length).toBeGreaterThan(8);
  });

  it('names only folders that exist', () => {
    const named = rows.flatMap(({ folder, folders }) => [folder, ...folders]);
    expect(named.filter((folder) => !existsSync(path.join(SOURCE, folder)))).toEqual([]);
  });

  it('names every folder that holds code', () => {
    expect(files(SOURCE).filter((file) => home(file) === undefined)).toEqual([]);
  });

  it('is obeyed', () => {
    expect(files(SOURCE).flatMap(forbidden)).toEqual([]);
  });

  it('names no package that the folder does not import', () => {
    const used = new Map<string, Set<string>>();
    for (const file of files(SOURCE)) {
      const names = used.get(home(file)!) ?? new Set();
      used.set(home(file)!, names);
      for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
        if (!fileName.startsWith('.')) names.add(packageName(fileName));
      }
    }
    expect(
      rows.flatMap(({ folder, packages }) =>
        packages.filter((name) => !used.get(folder)?.has(name)).map((name) => `${folder}: ${name}`),
      ),
    ).toEqual([]);
  });

  it('has no circle', () => {
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      (byFolder.get(from)?.folders ?? []).some(
        (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
      );
    const inside = rows.filter(({ folder }) => folder.includes('/') && reaches(folder, folder));
    expect(inside.map(({ folder }) => folder)).toEqual([]);
  });
});
