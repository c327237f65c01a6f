import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { message } from '../../core/message';
import type { PackageFile } from '../../core/package/packageFile';
import { usePane } from '../paneContext';
import { Choice } from '../Choice';
import { useFields } from '../start/Field';
import { useSections } from '../styles';
import { Waiting } from '../Waiting';
import type { Examined, PackageSession } from './packaging';
import { SaveFiles } from './SaveFiles';

interface PackageUsesProps {
  readonly examined: Examined;
  readonly packages: PackageSession;
}

const LANGUAGES = [
  { name: 'ja', text: '日本語' },
  { name: 'en', text: 'English' },
] as const;
type PaperLanguage = (typeof LANGUAGES)[number]['name'];

interface Ready {
  readonly of: Examined;
  readonly language: PaperLanguage;
  readonly files: readonly PackageFile[];
}

/** Drafts for what the city names before and after certification, made from the package. */
export function PackageUses({ examined, packages }: PackageUsesProps) {
  const { say, language: own } = usePane();
  const sections = useSections();
  const fields = useFields();
  const [language, setLanguage] = React.useState<PaperLanguage>(own);
  const [ready, setReady] = React.useState<Ready | null>(null);
  const { run, busy } = packages;
  const make = () =>
    run('papers', async () => {
      setReady(null);
      setReady({ of: examined, language, files: await usesOf(examined, language, packages) });
    });
  const isReady = ready !== null && ready.of === examined && ready.language === language;
  return (
    <>
      <p className={sections.note}>{say('submit.uses.what')}</p>
      <Choice
        label={say('submit.papers.language')}
        options={LANGUAGES}
        chosen={language}
        onChoose={(name) => setLanguage(name)}
      />
      <div className={fields.actions}>
        <Button disabledFocusable={busy !== null} onClick={() => void make()}>
          {say('submit.uses.make')}
        </Button>
      </div>
      {busy === 'papers' && <Waiting text="submit.waiting.papers" />}
      {isReady && ready.files.length > 0 && <SaveFiles files={ready.files} packages={packages} />}
      {isReady && ready.files.length === 0 && <p className={sections.note}>{say(message('submit.papers.not-here'))}</p>}
    </>
  );
}

async function usesOf(
  { bytes }: Examined,
  language: PaperLanguage,
  { load }: PackageSession,
): Promise<readonly PackageFile[]> {
  const [tools, { openSubmitted }] = await Promise.all([load(), import('../../core/package/rounds/submitted')]);
  if (!tools.papers) return [];
  const { id, reviewed, info } = await openSubmitted(bytes, tools);
  return tools.papers.uses({ ...reviewed, language, draft: info.draft }, id);
}
