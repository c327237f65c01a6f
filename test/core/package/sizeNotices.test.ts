import { LIMITS } from '../../../src/core/package/limits';
import { sizeNotices } from '../../../src/core/package/sizeNotices';
import { MORE_TEXTS } from '../../../src/locales/moreTexts';
import { addTexts, translator } from '../../../src/locales/translator';

addTexts(MORE_TEXTS);

/** Of a size without its memory. */
const file = (path: string, length = 1) => ({ path, bytes: { length } as Uint8Array });

describe('what is said of a package that could not be opened again', () => {
  it.each<[string, number, readonly ReturnType<typeof file>[], readonly string[]]>([
    ['nothing of one within the limits', LIMITS.fileBytes, [file('data/case.json', LIMITS.jsonBytes)], []],
    ['that it is too large', LIMITS.fileBytes + 1, [], ['too-large']],
    [
      'that its documents together are',
      1,
      [file('data/case.json', LIMITS.jsonBytes), file('data/assessment.json')],
      ['documents-too-large'],
    ],
    ['nothing of evidence that is JSON', 1, [file('data/evidence/x.json', LIMITS.jsonBytes + 1)], []],
    [
      'that it has too many files',
      1,
      Array.from({ length: LIMITS.files + 1 }, (_, at) => file(`data/evidence/${at}`)),
      ['too-many-files'],
    ],
  ])('%s', (_, container, files, expected) => {
    const notices = sizeNotices(container, files);
    expect(notices.map(({ code }) => code)).toEqual(expected.map((code) => `package.notices.${code}`));
    for (const language of ['en', 'ja'] as const)
      for (const notice of notices) expect(translator(language)(notice)).not.toMatch(/package\.|\{\{/);
  });
});
