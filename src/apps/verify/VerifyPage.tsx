import * as React from 'react';
import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { DOCUMENTS, documentsWithoutPdf, publicDocumentsWithoutPdf } from '../../adapters/documents/withoutPdf';
import { packageTools } from '../../adapters/packages/packageTools';
import { translator, type Language } from '../../locales/translator';
import { Choice } from '../../taskpane/Choice';
import { OpenSectionsProvider, useOpenSectionsMemory } from '../../taskpane/openSections';
import { DropFiles } from '../../taskpane/package/DropFiles';
import { examine } from '../../taskpane/package/examine';
import { OpenPackage } from '../../taskpane/package/OpenPackage';
import { PackageProvider, usePackages } from '../../taskpane/package/packaging';
import { PaneProvider } from '../../taskpane/paneContext';
import { THEMES } from '../../taskpane/theme';

/** Each in itself. */
const LANGUAGES = [
  { name: 'ja', text: '日本語' },
  { name: 'en', text: 'English' },
] as const satisfies readonly { readonly name: Language; readonly text: string }[];
/** One session for as long as the page is open. */
const SESSION = {};

/** Without what sets a PDF: its fonts would make the page many times larger. */
const load = () =>
  Promise.resolve({
    ...packageTools(),
    documents: documentsWithoutPdf,
    publicDocuments: publicDocumentsWithoutPdf,
    unmade: [DOCUMENTS.pdf],
  });

const useStyles = makeStyles({
  page: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground1 },
  middle: { maxWidth: '760px', margin: '0 auto', padding: '16px 8px' },
  title: { margin: '0 12px', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' },
});

const first: Language = navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en';
const prefersDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches;

/** Checks a submission package on a machine that has nothing but a browser; nothing leaves it. */
export function VerifyPage() {
  const styles = useStyles();
  const sections = useOpenSectionsMemory();
  const [language, setLanguage] = React.useState<Language>(first);
  const pane = React.useMemo(() => ({ language, say: translator(language), reveal: () => undefined }), [language]);
  React.useEffect(() => {
    document.documentElement.lang = language;
    document.title = pane.say('submit.verify-page.title');
  }, [language, pane]);
  return (
    <FluentProvider theme={THEMES[prefersDark() ? 'dark' : 'light']} className={styles.page}>
      <PaneProvider value={pane}>
        <OpenSectionsProvider value={sections}>
          <PackageProvider host={SESSION} load={load}>
            <Droppable>
              <main className={styles.middle} lang={language}>
                <div className={styles.head}>
                  <h1 className={styles.title}>{pane.say('submit.verify-page.title')}</h1>
                  <Choice
                    label={pane.say('submit.verify-page.language')}
                    options={LANGUAGES}
                    chosen={language}
                    onChoose={setLanguage}
                  />
                </div>
                <OpenPackage />
              </main>
            </Droppable>
          </PackageProvider>
        </OpenSectionsProvider>
      </PaneProvider>
    </FluentProvider>
  );
}

/** All of the page takes a package: a browser that is left to itself opens a dropped file in the place of the page. */
function Droppable({ children }: { readonly children: React.ReactNode }) {
  const styles = useStyles();
  const packages = usePackages();
  const take = ([file]: readonly File[]) => {
    if (packages?.busy === null && file) void examine(packages, file);
  };
  return (
    <DropFiles className={styles.page} onFiles={take}>
      {children}
    </DropFiles>
  );
}
