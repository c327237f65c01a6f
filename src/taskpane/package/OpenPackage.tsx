import type * as React from 'react';
import { Button } from '@fluentui/react-components';
import { PATHS } from '../../core/package/bag/layout';
import { useFileSaver } from '../files';
import { Notice } from '../Notice';
import { usePane } from '../paneContext';
import { Section } from '../Section';
import { useFields } from '../start/Field';
import type { Workbooks } from '../start/ports';
import { useSections } from '../styles';
import '../submit/texts';
import { Waiting } from '../Waiting';
import { AgainstEarlier } from './AgainstEarlier';
import { ChecksList } from './ChecksList';
import { Comparison } from './Comparison';
import { FilesButton } from './FilesButton';
import { packageBytes } from './packageBytes';
import { PackageSummary } from './PackageSummary';
import { PackedFindings } from './PackedFindings';
import { usePackages, type Examined, type PackageSession } from './packaging';
import { PackageUses } from './PackageUses';
import { RemarkList } from './RemarkList';
import { ReportFrame } from './ReportFrame';

const ZIP = '.zip,application/zip';

interface OpenPackageProps {
  /** Goes back to where it was opened; absent where there is no such place. */
  readonly onBack?: () => void;
  /** Opens the packaged workbook, where something can. */
  readonly workbooks?: Workbooks | undefined;
}

/** A submission package from this machine: every check of it, its report and findings, its workbook beside, and another to compare it with. */
export function OpenPackage({ onBack, workbooks }: OpenPackageProps) {
  const { say } = usePane();
  const fields = useFields();
  const sections = useSections();
  const packages = usePackages();
  if (!packages) return <p className={sections.section}>{say('submit.not-here')}</p>;
  const { busy, failure, dismiss, examined } = packages;
  return (
    <>
      {failure && <Notice text={say(failure)} action={say('pane.failure.dismiss')} onAction={dismiss} />}
      <div className={sections.section}>
        <h2 className={sections.title}>{say('submit.open-package.title')}</h2>
        <p className={sections.note}>{say('submit.open-package.what')}</p>
        <div className={fields.actions}>
          <FilesButton
            label={say('submit.open-package.choose')}
            accept={ZIP}
            disabled={busy !== null}
            onFiles={([file]) => void examine(packages, file!)}
          />
          {onBack && <Button onClick={onBack}>{say('submit.open-package.back')}</Button>}
        </div>
        {busy === 'verify' && <Waiting />}
      </div>
      {examined && <ExaminedPackage examined={examined} packages={packages} workbooks={workbooks} />}
    </>
  );
}

/** Checks all of a package. */
export function examine({ run, load, setExamined }: PackageSession, file: File): Promise<void> {
  return run('verify', async () => {
    setExamined(null);
    const [tools, { checkPackage }] = await Promise.all([load(), import('../../core/package/verify/verifyPackage')]);
    const bytes = await packageBytes(file);
    setExamined({ name: file.name, bytes, ...(await checkPackage(bytes, tools)) });
  });
}

interface ExaminedProps extends Pick<OpenPackageProps, 'workbooks'> {
  readonly examined: Examined;
  readonly packages: PackageSession;
}

function ExaminedPackage({ examined, packages, workbooks }: ExaminedProps) {
  const { say } = usePane();
  const sections = useSections();
  const saver = useFileSaver();
  const { name, bytes, verification, opened } = examined;
  const { state, info, id, checks } = verification;
  return (
    <>
      <div className={sections.section}>
        <h3 className={sections.title}>{name}</h3>
        <p role="status">{say(`package.verdict.${state}`)}</p>
        {info && <PackageSummary info={info} id={id} bytes={bytes.length} />}
        {opened && <ReportFrame files={opened.files} />}
        {opened && <Beside examined={examined} packages={packages} workbooks={workbooks} />}
      </div>
      <Section name="package-checks" title={say('submit.checks.title')} openAtFirst>
        <ChecksList checks={checks} />
      </Section>
      {opened?.documents.previous && (
        <Section name="package-answers" title={say('submit.follows.title')}>
          <AgainstEarlier examined={examined} packages={packages} />
          <RemarkList
            remarks={opened.documents.answers?.remarks ?? []}
            findings={opened.documents.findings?.findings ?? []}
            isHere={false}
          />
        </Section>
      )}
      {opened?.documents.findings && (
        <Section name="package-findings" title={say('submit.findings.title')}>
          <PackedFindings findings={opened.documents.findings.findings} />
        </Section>
      )}
      {opened && (
        <Section name="package-comparison" title={say('submit.comparison.title')}>
          <Comparison opened={opened} packages={packages} />
        </Section>
      )}
      {opened && saver && info?.version === 'full' && (
        <Section name="package-uses" title={say('submit.uses.title')}>
          <PackageUses examined={examined} packages={packages} />
        </Section>
      )}
    </>
  );
}

/** The packaged workbook, opened as a copy: the package stays as it is. */
function Beside({ examined: { name, opened }, packages: { run, busy }, workbooks }: ExaminedProps) {
  const { say } = usePane();
  const fields = useFields();
  const workbook = opened?.files.find(({ path }) => path === PATHS.workbook);
  if (!workbooks || !workbook) return null;
  const file = () => new File([workbook.bytes as BlobPart], name.replace(/(\.kmc)?\.zip$/i, '.xlsx'));
  const open = () => run('open', async () => void (await workbooks.openEdited(file(), [], file().name)));
  return (
    <div className={fields.actions}>
      <Button disabled={busy !== null} onClick={() => void open()}>
        {say('submit.open-package.workbook')}
      </Button>
    </div>
  );
}

/** Takes a package that is dropped on what is inside. */
export function DropPackage({ children }: { readonly children: React.ReactNode }) {
  const packages = usePackages();
  const drop = (event: React.DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (packages && packages.busy === null && file) void examine(packages, file);
  };
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {children}
    </div>
  );
}
