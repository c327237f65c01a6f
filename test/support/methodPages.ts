import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const METHOD = path.resolve(__dirname, '../../docs/method');
export const LANGUAGES = ['en', 'ja'] as const;

export interface MethodPage {
  readonly language: (typeof LANGUAGES)[number];
  /** File name without `.md`. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly title: string;
}

/** A fenced block of a page that a test runs: formulas with their values, or a small case with what it must give. */
export interface Block {
  readonly kind: 'kmc' | 'json';
  readonly text: string;
}

/** @returns every page of the method handbook but the two indexes, as it stands on disk */
export function methodPages(): readonly MethodPage[] {
  return LANGUAGES.flatMap((language) =>
    readdirSync(path.join(METHOD, language))
      .filter((file) => file.endsWith('.md') && file !== 'README.md')
      .map((name) => methodPage(language, name.replace(/\.md$/, ''))),
  );
}

export function methodPage(language: MethodPage['language'], name: string): MethodPage {
  const file = path.join(METHOD, language, `${name}.md`);
  const text = readFileSync(file, 'utf8');
  return { language, name, file, text, title: /^# (.*)$/m.exec(text)![1]! };
}

/** @returns the blocks of a page that are run, in their order */
export function blocksOf({ text }: MethodPage): readonly Block[] {
  return [...text.matchAll(/^```(kmc|json)\n([\s\S]*?)\n```$/gm)].map(([, kind, body]) => ({
    kind: kind as Block['kind'],
    text: body!,
  }));
}
