import { KmcError, message } from '../../../core/message';
import { searchFactors } from '../../../core/reference/searchFactors';
import { OK, type Session } from '../terminal';

interface Options {
  readonly region?: string;
  readonly year?: string;
  readonly limit: string;
  readonly json?: boolean;
}

/** Looks up built-in emission factors; shows what makes each one dangerous to misuse. */
export function listFactors(session: Session, text: string, options: Options): number {
  const { terminal, say, language } = session;
  const limit = wholeNumber(options.limit, '--limit');
  const year = options.year === undefined ? undefined : wholeNumber(options.year, '--year');
  const { matches, total } = searchFactors({ text, region: options.region, year, limit });
  if (options.json) {
    terminal.out(`${JSON.stringify({ total, matches }, null, 2)}\n`);
    return OK;
  }
  for (const factor of matches) {
    const name = language === 'ja' ? factor.nameJa : factor.nameEn;
    const warnings = factor.warnings.map((code) => `  ! ${say(`reference.warnings.${code}`)}\n`).join('');
    const origin = [factor.region, factor.edition, factor.publisher].filter(Boolean).join(' · ');
    terminal.out(`${factor.value} ${factor.unit}  ${name}\n  ${factor.id}\n  ${origin}\n${warnings}`);
  }
  terminal.out(
    `${say(message(total === 0 ? 'cli.factors.none' : 'cli.factors.count', { shown: matches.length, total, text }))}\n`,
  );
  return OK;
}

function wholeNumber(text: string, option: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new KmcError(message('cli.not-a-whole-number', { option, found: text }));
}
