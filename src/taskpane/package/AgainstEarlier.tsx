import { message } from '../../core/message';
import { opinionText } from '../../core/review/decisions/opinionText';
import { usePane } from '../paneContext';
import { useFields } from '../start/Field';
import { useSections } from '../styles';
import { FilesButton } from './FilesButton';
import type { Examined, PackageSession } from './packaging';

interface AgainstEarlierProps {
  readonly examined: Examined;
  readonly packages: PackageSession;
}

/** The list of changes of a package that follows another one, checked against that one, and the reviewer's file against the reviewer's own. */
export function AgainstEarlier({ examined, packages }: AgainstEarlierProps) {
  const { say } = usePane();
  const sections = useSections();
  const fields = useFields();
  const step = examined.opened?.documents.previous?.steps.at(-1);
  if (!step) return null;
  const { busy } = packages;
  const opinion = examined.opened?.documents.review?.opinion;
  return (
    <>
      <p className={sections.note}>
        {say(message('submit.follows.what', { number: step.submission, id: step.package }))}
      </p>
      {opinion && <p>{say(opinionText(opinion))}</p>}
      <div className={fields.actions}>
        <FilesButton
          label={say('submit.follows.choose')}
          accept=".zip,application/zip"
          disabled={busy !== null}
          onFiles={([file]) => void against(packages, examined, { before: file! })}
        />
        <FilesButton
          label={say('submit.follows.review')}
          accept=".json,application/json"
          disabled={busy !== null}
          onFiles={([file]) => void against(packages, examined, { review: file! })}
        />
      </div>
    </>
  );
}

/** Checks all of the package once more, now with what was chosen beside it. */
function against(
  { run, load, setExamined }: PackageSession,
  examined: Examined,
  { before, review }: { readonly before?: File; readonly review?: File },
): Promise<void> {
  return run('verify', async () => {
    const [tools, { verifyPackage }, { reviewFileOf, submittedIn }] = await Promise.all([
      load(),
      import('../../core/package/verify/verifyPackage'),
      import('./readFiles'),
    ]);
    const beside = {
      ...examined.beside,
      ...(before ? { earlier: await submittedIn(before, tools) } : {}),
      ...(review ? { reviewers: await reviewFileOf(review) } : {}),
    };
    const verification = await verifyPackage(examined.bytes, tools, true, beside);
    setExamined({ ...examined, verification, beside });
  });
}
