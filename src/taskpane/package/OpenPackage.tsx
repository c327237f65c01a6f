import type * as React from 'react';
import { Button } from '@fluentui/react-components';
import { PATHS } from '../../core/package/bag/layout';
import { message } from '../../core/message';
import { useArrival } from '../arrival';
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
import { DropFiles } from './DropFiles';
import { FilesButton } from './FilesButton';
import { examine } from './examine';
import { PackageSummary } from './PackageSummary';
import { PackedFindings } from './PackedFindings';
import { usePackages, type Examined, type PackageSession } from './packaging';
import { PackageUses } from './PackageUses';
import { RemarkList } from './RemarkList';
import { ReportFrame } from './ReportFrame';
import { Verdict } from './Verdict';

const ZIP = '.zip,application/zip';

interface OpenPackageProps {
  /** Goes back to where it was opened; absent where there is no such place. */
  readonly onBack?: () => void;
  /** Opens the packaged workbook, where something can. */
  readonly workbooks?: Workbooks | undefined;
  /** The numbers of an open application stand above. */
  readonly isBesideCase?: boolean;
  /** Hears that the packaged workbook is the open one now. */
  readonly onOpened?: () => void;
}

/** A submission package from this machine: every check of it, its report and findings, its workbook beside, and another to compare it with. */
export function OpenPackage({ onBack, workbooks, isBesideCase = false, onOpened }: OpenPackageProps) {
  const { say } = usePane();
  const fields = useFields();
  const sections = useSections();
  const packages = usePackages();
  const title = useArrival<HTMLHeadingElement>();
  if (!packages) return <p className={sections.section}>{say('submit.not-here')}</p>;
  const { busy, failure, dismiss, examined } = packages;
  const take = ([file]: readonly File[]) => {
    if (busy === null && file) void examine(packages, file);
  };
  return (
    <DropFiles onFiles={take}>
      {failure && <Notice text={say(failure)} action={say('pane.failure.dismiss')} onAction={dismiss} />}
      <div className={sections.section}>
        <h2 className={sections.title} tabIndex={-1} ref={title}>
          {say('submit.open-package.title')}
        </h2>
        <p className={sections.note}>{say(onBack ? 'submit.open-package.what' : 'submit.open-package.what-alone')}</p>
        {isBesideCase && examined && <p className={sections.note}>{say('submit.open-package.other-numbers')}</p>}
        <div className={fields.actions}>
          <FilesButton label={say('submit.open-package.choose')} accept={ZIP} disabled={busy !== null} onFiles={take} />
          {onBack && <Button onClick={onBack}>{say('submit.open-package.back')}</Button>}
        </div>
        {busy === 'verify' && <Waiting text="submit.waiting.verify" />}
      </div>
      {examined && (
        <ExaminedPackage examined={examined} packages={packages} workbooks={workbooks} onOpened={onOpened} />
      )}
    </DropFiles>
  );
}

interface ExaminedProps extends Pick<OpenPackageProps, 'workbooks'> {
  readonly onOpened: OpenPackageProps['onOpened'] | undefined;
  readonly examined: Examined;
  readonly packages: PackageSession;
}

function ExaminedPackage({ examined, packages, workbooks, onOpened }: ExaminedProps) {
  const { say } = usePane();
  const sections = useSections();
  const saver = useFileSaver();
  const { name, bytes, verification, opened } = examined;
  const { info, id, checks } = verification;
  const failed = checks.filter(({ state }) => state === 'failed').length;
  return (
    <>
      <div className={sections.section}>
        <h3 className={sections.title}>{name}</h3>
        <Verdict verification={verification} />
        {info && <PackageSummary info={info} id={id} bytes={bytes.length} />}
        {opened && <ReportFrame files={opened.files} />}
        {opened && <Beside examined={examined} packages={packages} workbooks={workbooks} onOpened={onOpened} />}
      </div>
      <Section
        name={opened ? 'package-checks' : 'package-checks-unread'}
        title={say('submit.checks.title')}
        aside={failed > 0 ? say(message('submit.checks.failed', { count: failed })) : undefined}
        openAtFirst={opened !== null}
      >
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
function Beside({ examined: { name, opened }, packages, workbooks, onOpened }: ExaminedProps) {
  const { say } = usePane();
  const fields = useFields();
  const workbook = opened?.files.find(({ path }) => path === PATHS.workbook);
  if (!workbooks || !workbook) return null;
  const file = () => new File([workbook.bytes as BlobPart], name.replace(/(\.kmc)?\.zip$/i, '.xlsx'));
  const { run, busy, bring } = packages;
  const open = () =>
    run('open', async () => {
      await bring(opened!.files);
      const isKept = (await workbooks.openEdited(file(), [], file().name)) === false;
      if (!isKept && !workbooks.opensBeside) onOpened?.();
    });
  return (
    <div className={fields.actions}>
      <Button disabledFocusable={busy !== null} onClick={() => void open()}>
        {say('submit.open-package.workbook')}
      </Button>
    </div>
  );
}
