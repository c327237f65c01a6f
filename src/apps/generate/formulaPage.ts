import type { Check, Example } from '../../core/review/formulas/check';
import { CHECKS } from '../../core/review/formulas/registry';
import { NOT_STORED, STALE, TEMPLATE } from '../../core/review/formulas/reviewFormulas';
import { COUNTED_TWICE, FEEDS_NO_RESULT, HIDDEN_FEEDS_RESULT } from '../../core/review/precedents/reviewFeeding';
import { message } from '../../core/message';
import { translator, type Language, type Translate } from '../../locales/translator';

type Kind = Pick<Check, 'id' | 'severity' | 'certain'>;

/** The manual page of the formula review, below `docs/review`: each check with what it says and a small sheet in which it says so. */
export function formulaPage(language: Language): { readonly path: string; readonly text: string } {
  const say = translator(language);
  const kinds: readonly Kind[] = [
    TEMPLATE,
    STALE,
    NOT_STORED,
    ...CHECKS,
    FEEDS_NO_RESULT,
    COUNTED_TWICE,
    HIDDEN_FEEDS_RESULT,
  ];
  const parts = [
    `# ${say('review.page.title')}`,
    say('review.page.intro'),
    say('review.page.tree'),
    say('review.page.quality'),
  ];
  return {
    path: `${language}/formulas.md`,
    text: `${[...parts, ...kinds.map((kind) => section(kind, say))].join('\n\n')}\n`,
  };
}

function section(kind: Kind, say: Translate): string {
  const { id, severity, certain } = kind;
  const sure = say(`review.cli.${certain ? 'certain' : 'likely'}`);
  const head = `## ${say(`review.checks.${id}.title`)}`;
  const line = `\`${id}\` · ${say(`review.cli.severity.${severity}`)} · ${sure}`;
  const example = CHECKS.find((check) => check.id === id)?.examples.find(({ finds }) => finds.length > 0);
  const settle = say(message('review.page.settle', { how: message(`review.checks.${id}.settle`) }));
  return [head, line, say(`review.checks.${id}.about`), settle, ...(example ? [exampleText(example, say)] : [])].join(
    '\n\n',
  );
}

function exampleText({ cells, sheets = {}, finds }: Example, say: Translate): string {
  const shown = (name: string, content: Example['cells']): string[] =>
    Object.entries(content).map(([address, value]) => `\`${name}${address}\` ${shownValue(value)}`);
  const all = [...shown('', cells), ...Object.entries(sheets).flatMap(([name, content]) => shown(`${name}!`, content))];
  return say(
    message('review.page.example', { cells: all.join(', '), finds: finds.map((cell) => `\`${cell}\``).join(', ') }),
  );
}

const shownValue = (value: Example['cells'][string]): string =>
  typeof value === 'string' ? `\`${value}\`` : String(typeof value === 'object' && value ? value.error : value);
