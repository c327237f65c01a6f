import { nodeFiles } from '../../../adapters/node/fileStore';
import { message } from '../../../core/message';
import { verifyPackage, type Check, type Verification } from '../../../core/package/verify/verifyPackage';
import { openSubmitted } from '../../../core/package/rounds/submitted';
import { reviewIn } from './pack';
import { reportingTools } from '../packageTools';
import { HAS_PROBLEMS, OK, UNUSABLE, type Session } from '../terminal';

const CODES: Readonly<Record<Verification['state'], number>> = {
  passed: OK,
  warned: OK,
  incomplete: OK,
  'other-version': HAS_PROBLEMS,
  failed: HAS_PROBLEMS,
  unusable: UNUSABLE,
};

interface Options {
  readonly json?: boolean;
  readonly previous?: string;
  readonly review?: string;
}

/**
 * Checks a package and tells every check. The exit code is 1 where something in it is not so or another
 * version's word would have to be taken for it, 2 where it cannot be opened.
 */
export async function verifyFile(session: Session, file: string, options: Options): Promise<number> {
  session.progress('reading');
  const bytes = await nodeFiles.read(file);
  const tools = await reportingTools();
  const { previous, review } = options;
  const verification = await verifyPackage(bytes, tools, true, {
    earlier: previous === undefined ? null : await openSubmitted(await nodeFiles.read(previous), tools),
    reviewers: review === undefined ? null : await reviewIn(review),
  });
  session.terminal.out(options.json ? asJson(session, verification) : asText(session, file, verification));
  return CODES[verification.state];
}

function asJson({ say }: Session, { state, id, info, checks }: Verification): string {
  const told = checks.map((check) => ({
    check: check.id,
    state: check.state,
    reason: check.reason,
    faults: check.faults.map(({ code, path, message: text }) => ({ code, path, message: say(text) })),
  }));
  return `${JSON.stringify({ state, id, package: info, checks: told }, null, 2)}\n`;
}

function asText({ say }: Session, file: string, { state, id, info, checks }: Verification): string {
  const product = info?.productName ?? say('package.cli.verify.unnamed');
  const title = message('package.cli.verify.title', { file, product, year: info?.fiscalYear ?? '–' });
  return [
    ...(info ? [`${say(title)}\n`] : []),
    ...(id === null ? [] : [`${say(message('package.cli.pack.id', { id }))}\n`]),
    ...checks.map((check) => checkText(check, say)),
    `${say(`package.verdict.${state}`)}\n`,
  ].join('');
}

function checkText({ id, state, faults, reason }: Check, say: Session['say']): string {
  const because = reason === null ? '' : ` (${say(`package.reasons.${reason}`)})`;
  const line = `  [${say(`package.states.${state}`)}] ${say(`package.checks.${id}`)}${because}\n`;
  return line + faults.map((fault) => `      ${fault.code}: ${say(fault.message)}\n`).join('');
}
