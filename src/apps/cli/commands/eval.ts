import { evaluateFormula } from '../../../core/functions/evaluate';
import { message } from '../../../core/message';
import { OK, UNUSABLE, type Session } from '../terminal';

/** Evaluates formulas given as arguments or, with none, one a line from standard input. */
export async function evaluateFormulas(
  session: Session,
  formulas: readonly string[],
  options: { readonly json?: boolean },
): Promise<number> {
  let failed = false;
  const answer = (formula: string) => {
    const line = options.json ? asJson(session, formula) : asText(session, formula);
    failed ||= line.failed;
    session.terminal.out(`${line.text}\n`);
  };
  if (formulas.length > 0) formulas.forEach(answer);
  else for await (const line of session.terminal.readLines()) if (line.trim() !== '') answer(line.trim());
  return failed && !options.json ? UNUSABLE : OK;
}

function asJson({ say }: Session, formula: string) {
  const result = evaluateFormula(formula);
  const body = result.ok
    ? { formula, value: result.value }
    : { formula, error: result.error, message: result.message && say(result.message) };
  return { text: JSON.stringify(body), failed: !result.ok };
}

function asText({ say }: Session, formula: string) {
  const result = evaluateFormula(formula);
  if (!result.ok) {
    const reason = result.message ? say(result.message) : say(message('cli.eval.passed-on'));
    return { text: `${result.error}  ${reason}`, failed: true };
  }
  const { value } = result;
  const text = Array.isArray(value)
    ? value.map((row) => row.map((cell: unknown) => cell ?? '').join('\t')).join('\n')
    : String(value);
  return { text, failed: false };
}
