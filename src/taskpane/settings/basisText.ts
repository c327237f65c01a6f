import type { Translate } from '../../locales/translator';

/** @param basis `assumption`, or with a name `framework:METI 2018` */
export function basisText(say: Translate, basis: string): string {
  const [kind = '', name] = basis.split(/:(.*)/s);
  const text = say(`choices.basis.${kind}`);
  return name === undefined ? text : `${text} (${name})`;
}
