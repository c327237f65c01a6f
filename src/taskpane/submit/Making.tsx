import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { message, type Message } from '../../core/message';
import { PACKAGE_VERSIONS, type PackageVersion } from '../../core/package/documents/info';
import { useFileSaver } from '../files';
import { intoView } from '../intoView';
import type { Known } from '../outcome/followWorkbook';
import type { Made, PackageSession } from '../package/packaging';
import { ReportFrame } from '../package/ReportFrame';
import { usePane } from '../paneContext';
import { PackageSummary } from '../package/PackageSummary';
import { Radios, useFields } from '../start/Field';
import { useSections } from '../styles';
import { Waiting } from '../Waiting';
import { useStart } from '../start/session';

interface MakingProps {
  readonly known: Known;
  readonly packages: PackageSession;
}

/** Makes the package of the workbook as it stands, shows what is in it, and hands it over. */
export function Making({ known, packages }: MakingProps) {
  const { say } = usePane();
  const sections = useSections();
  const fields = useFields();
  const { host } = useStart();
  const [version, setVersion] = React.useState<PackageVersion>('full');
  const { load, evidence, before, reviewers, made, setMade, run, busy } = packages;
  const make = () =>
    run('pack', async () => {
      setMade(null);
      const [tools, { packWorkbook }, { openPackage }] = await Promise.all([
        load(),
        import('../../core/package/pack'),
        import('../../core/package/open'),
      ]);
      const packed = await packWorkbook(
        await host.bytes!(),
        evidence,
        tools,
        version,
        before && { earlier: before.submitted, review: reviewers?.file ?? null },
      );
      const opening = openPackage(packed.bytes, tools.inflate);
      setMade({ packed, files: opening.ok ? opening.value.files : [], of: known });
    });
  if (!host.bytes) return <p className={sections.note}>{say('submit.not-here')}</p>;
  return (
    <>
      <Radios
        legend={say('submit.package.version')}
        options={PACKAGE_VERSIONS.map((name) => ({
          name,
          text: say(`submit.package.${name}`),
          hint: say(`submit.package.${name}-hint`),
        }))}
        chosen={version}
        onChoose={(name) => {
          setMade(null);
          setVersion(name as PackageVersion);
        }}
      />
      <div className={fields.actions}>
        <Button appearance="primary" disabledFocusable={busy !== null} onClick={() => void make()}>
          {say('submit.package.make')}
        </Button>
      </div>
      {busy === 'pack' && <Waiting text="submit.waiting.pack" />}
      {made && <Package made={made} isOutdated={made.of !== known} packages={packages} />}
    </>
  );
}

interface PackageProps {
  readonly made: Made;
  readonly isOutdated: boolean;
  readonly packages: PackageSession;
}

function Package({ made: { packed, files }, isOutdated, packages }: PackageProps) {
  const { say } = usePane();
  const sections = useSections();
  const fields = useFields();
  const saver = useFileSaver();
  const [saved, setSaved] = React.useState<Message | null>(null);
  React.useEffect(() => setSaved(null), [packed]);
  const { info, fileName, id, bytes, notices } = packed;
  const save = () => packages.run('save', async () => setSaved(await saver!.save(bytes, fileName)));
  const handing = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => intoView(handing.current), [packed]);
  if (isOutdated) return <p className={sections.note}>{say('submit.package.outdated')}</p>;
  return (
    <>
      <h3 className={sections.subtitle}>{fileName}</h3>
      <PackageSummary info={info} id={id} bytes={bytes.length} />
      {notices.length > 0 && (
        <ul className={sections.note}>
          {notices.map((notice, index) => (
            <li key={index}>{say(notice)}</li>
          ))}
        </ul>
      )}
      <div ref={handing} className={fields.actions}>
        {saver && (
          <Button appearance="primary" disabledFocusable={packages.busy !== null} onClick={() => void save()}>
            {say('submit.package.save')}
          </Button>
        )}
      </div>
      <p className={sections.note} role="status">
        {say(saved ?? message('submit.package.made', { file: fileName }))}
      </p>
      <ReportFrame files={files} />
    </>
  );
}
