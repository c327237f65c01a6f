import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { message, type Message } from '../../core/message';
import type { PackageFile } from '../../core/package/packageFile';
import { useFileSaver } from '../files';
import { usePane } from '../paneContext';
import { useFields } from '../start/Field';
import { useSections } from '../styles';
import type { PackageSession } from './packaging';

interface SaveFilesProps {
  readonly files: readonly PackageFile[];
  readonly packages: PackageSession;
}

/** Files that were made here, each handed over by a click of its own: some places take a file only then. */
export function SaveFiles({ files, packages: { run, busy } }: SaveFilesProps) {
  const { say } = usePane();
  const sections = useSections();
  const fields = useFields();
  const saver = useFileSaver();
  const [saved, setSaved] = React.useState<Message | null>(null);
  React.useEffect(() => setSaved(null), [files]);
  if (!saver) return <p className={sections.note}>{say('submit.papers.no-saver')}</p>;
  const save = ({ path, bytes }: PackageFile) => run('save', async () => setSaved(await saver.save(bytes, path)));
  return (
    <>
      <div className={fields.actions}>
        {files.map((file) => (
          <Button key={file.path} size="small" disabledFocusable={busy !== null} onClick={() => void save(file)}>
            {say(message('submit.papers.save', { file: file.path }))}
          </Button>
        ))}
      </div>
      <p className={sections.note} role="status">
        {saved && say(saved)}
      </p>
    </>
  );
}
