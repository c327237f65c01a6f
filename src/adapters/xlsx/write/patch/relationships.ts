import { elementsOf } from './elements';
import type { Package } from './package';

export interface PartReference {
  readonly id: string;
  /** Last word of the relationship's type, the same in the transitional and the strict form of the format. */
  readonly kind: string;
  /** Path of the part in the package. */
  readonly path: string;
}

/** @param path of the part whose relationships they are; empty for the package itself */
export const relationshipsPath = (path: string): string => {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
};

/** @returns the parts it refers to inside the package; none where it has no relationships */
export function relationshipsOf(pack: Package, path: string): PartReference[] {
  const part = relationshipsPath(path);
  if (!pack.has(part)) return [];
  return elementsOf(pack.text(part), part)
    .filter(({ name, attributes }) => name === 'Relationship' && attributes.TargetMode !== 'External')
    .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
      id: Id,
      kind: Type.slice(Type.lastIndexOf('/') + 1),
      path: resolved(Target, path),
    }));
}

function resolved(target: string, from: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
