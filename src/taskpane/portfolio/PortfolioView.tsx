import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { message, type Message } from '../../core/message';
import { portfolioOf, type Portfolio } from '../../core/package/portfolio/portfolio';
import { portfolioTable } from '../../core/package/portfolio/tablePlan';
import { tonnesOf, type Targets } from '../../core/package/portfolio/targets';
import { useArrival } from '../arrival';
import { useFileSaver } from '../files';
import { Notice } from '../Notice';
import { DropFiles } from '../package/DropFiles';
import { FilesButton } from '../package/FilesButton';
import { usePackages, type PackageSession } from '../package/packaging';
import { usePane } from '../paneContext';
import { Progress } from '../Progress';
import { useFields } from '../start/Field';
import { useSections } from '../styles';
import '../submit/texts';
import { addUp } from './addUp';
import type { PortfolioState } from './portfolioState';
import { PortfolioSections } from './PortfolioSections';
import { Totals } from './Totals';

const ZIP = '.zip,application/zip';

/** Many submission packages, each checked, and what they certify added up. */
export function PortfolioView({ onBack }: { readonly onBack: () => void }) {
  const { say } = usePane();
  const sections = useSections();
  const packages = usePackages();
  const [withWorkbook, setWithWorkbook] = React.useState(false);
  const title = useArrival<HTMLHeadingElement>();
  if (!packages) return <p className={sections.section}>{say('submit.not-here')}</p>;
  const { busy, failure, dismiss, portfolio } = packages;
  const add = (files: readonly File[]) => void addUp(packages, files, withWorkbook);
  return (
    <DropFiles onFiles={(files) => busy === null && add(files)}>
      {failure && <Notice text={say(failure)} action={say('pane.failure.dismiss')} onAction={dismiss} />}
      <div className={sections.section}>
        <h2 className={sections.title} tabIndex={-1} ref={title}>
          {say('submit.portfolio.title')}
        </h2>
        <p className={sections.note}>{say('submit.portfolio.what')}</p>
        <Choosing packages={packages} withWorkbook={withWorkbook} onWithWorkbook={setWithWorkbook} onFiles={add} />
        <Button onClick={onBack}>{say('submit.open-package.back')}</Button>
        <State portfolio={portfolio} />
      </div>
      {portfolio.entries.length > 0 && <AddedUp packages={packages} />}
    </DropFiles>
  );
}

interface ChoosingProps {
  readonly packages: PackageSession;
  readonly withWorkbook: boolean;
  readonly onWithWorkbook: (withWorkbook: boolean) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

function Choosing({ packages: { busy, portfolio }, withWorkbook, onWithWorkbook, onFiles }: ChoosingProps) {
  const { say } = usePane();
  const fields = useFields();
  const isEmpty = portfolio.entries.length === 0;
  return (
    <>
      <label className={fields.option}>
        <input
          type="checkbox"
          className={fields.mark}
          checked={withWorkbook}
          disabled={busy !== null}
          onChange={({ target }) => onWithWorkbook(target.checked)}
        />
        {say('submit.portfolio.open')}
      </label>
      <div className={fields.actions}>
        <FilesButton
          label={say(`submit.portfolio.${isEmpty ? 'choose' : 'more'}`)}
          accept={ZIP}
          multiple
          disabled={busy !== null}
          onFiles={onFiles}
        />
        {!isEmpty && (
          <Button disabledFocusable={busy !== null} onClick={() => portfolio.setEntries([])}>
            {say('submit.portfolio.clear')}
          </Button>
        )}
      </div>
    </>
  );
}

/** How far it is, and what a stop has left out. */
function State({ portfolio: { adding, left, stop } }: { readonly portfolio: PortfolioState }) {
  const { say } = usePane();
  const sections = useSections();
  if (adding === null)
    return (
      <p className={sections.note} role="status">
        {left > 0 && say(message('submit.portfolio.stopped', { count: left }))}
      </p>
    );
  const { done, all, file } = adding;
  const label = say(message('submit.portfolio.progress', { done, all, file }));
  return (
    <>
      <p className={sections.note}>{label}</p>
      <Progress label={label} part={(done - 1) / all} onStop={stop} />
    </>
  );
}

function AddedUp({ packages }: { readonly packages: PackageSession }) {
  const { entries, targets: typed, setTarget } = packages.portfolio;
  const portfolio = React.useMemo(() => portfolioOf(entries), [entries]);
  const targets = React.useMemo(() => targetsOf(typed), [typed]);
  return (
    <>
      <Totals portfolio={portfolio} typed={typed} targets={targets} onTarget={setTarget} />
      <PortfolioSections portfolio={portfolio} />
      <Saving packages={packages} portfolio={portfolio} targets={targets} />
    </>
  );
}

const targetsOf = (typed: PortfolioState['targets']): Targets =>
  new Map(
    Object.entries(typed).flatMap(([year, text]) => {
      const tonnes = tonnesOf(text);
      return tonnes ? [[Number(year), tonnes] as const] : [];
    }),
  );

interface SavingProps {
  readonly packages: PackageSession;
  readonly portfolio: Portfolio;
  readonly targets: Targets;
}

function Saving({ packages: { load, run, busy }, portfolio, targets }: SavingProps) {
  const { say, language } = usePane();
  const sections = useSections();
  const fields = useFields();
  const saver = useFileSaver();
  const [saved, setSaved] = React.useState<Message | null>(null);
  const [writer, setWriter] = React.useState<Awaited<ReturnType<typeof load>>['writeWorkbook']>();
  React.useEffect(() => setSaved(null), [portfolio, targets]);
  // Fetched ahead: some places take a file only right from a click.
  React.useEffect(() => void load().then(({ writeWorkbook }) => setWriter(() => writeWorkbook)), [load]);
  if (!saver || !writer) return null;
  const save = () =>
    run('save', async () => {
      const bytes = writer(portfolioTable(portfolio, targets, language, say));
      setSaved(await saver.save(bytes, say('submit.portfolio.file')));
    });
  return (
    <div className={sections.section}>
      <div className={fields.actions}>
        <Button appearance="primary" disabledFocusable={busy !== null} onClick={() => void save()}>
          {say('submit.portfolio.save')}
        </Button>
      </div>
      <p className={sections.note} role="status">
        {saved && say(saved)}
      </p>
    </div>
  );
}
