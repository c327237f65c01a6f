import type { OfficePackage } from './package';
import { refuse } from './refuse';
import { readXml } from './xml';

export interface Relationship {
  /** Last word of the type's address: `worksheet`, `styles`; the same in both editions of the format. */
  readonly type: string;
  /** Part name, or for `external` the address as written. */
  readonly target: string;
  readonly external: boolean;
}

/** @param part whose relationships, `''` for the package's own; @returns by id, empty when there are none */
export function readRelationships(file: OfficePackage, part: string): ReadonlyMap<string, Relationship> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const name = `${folder}_rels/${part.slice(slash)}.rels`;
  const found = new Map<string, Relationship>();
  if (!file.has(name)) return found;
  readXml(name, file.read(name), {
    open: (element, { Id, Type, Target, TargetMode }) => {
      if (element !== 'Relationship' || Id === undefined || Target === undefined) return;
      const external = TargetMode === 'External';
      const type = (Type ?? '').split('/').at(-1)!;
      found.set(Id, { type, external, target: external ? Target : partName(folder, Target) });
    },
  });
  return found;
}

/** A target relative to the folder of the part that names it. */
function partName(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : `/${folder}${target}`).split('/')) {
    if (step === '..' && path.pop() === undefined) refuse('unsafeName', { name: target });
    if (step !== '..' && step !== '.' && step !== '') path.push(decodedStep(step));
  }
  return path.join('/');
}

function decodedStep(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
