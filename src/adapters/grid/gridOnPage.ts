import { LocaleService, LocaleType, LogLevel, merge, Univer, type Plugin, type PluginCtor } from '@univerjs/core';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import en from '@univerjs/preset-sheets-core/locales/en-US';
import ja from '@univerjs/preset-sheets-core/locales/ja-JP';
import '@univerjs/preset-sheets-core/lib/index.css';
import { gridFunctions } from './gridFunctions';
import { HIDDEN_MENUS } from './hiddenMenus';

export type GridLanguage = 'en' | 'ja';

const LOCALES = { en: LocaleType.EN_US, ja: LocaleType.JA_JP } as const;

/** What the grid shows of a function while a formula is typed. */
export type FunctionHelp = (language: GridLanguage) => readonly GridFunctionInfo[];

export interface GridFunctionInfo {
  readonly functionName: string;
  readonly functionType: number;
  readonly description: string;
  readonly abstract: string;
  readonly functionParameter: readonly object[];
}

/** The grid's own calculation takes seconds a keystroke in a large workbook and cannot tell a circle from a number: it is told the values. */
const WITHOUT_CALCULATION = { notExecuteFormula: true };

/** A grid in an element of the page: cells, formula bar, sheet tabs; its own ribbon is left out, because looks are not saved. */
export function gridOnPage(container: HTMLElement, language: GridLanguage, help: FunctionHelp): Univer {
  const univer = new Univer({
    logLevel: LogLevel.ERROR,
    locale: LOCALES[language],
    locales: { [LocaleType.EN_US]: merge({}, en), [LocaleType.JA_JP]: merge({}, ja) },
  });
  const preset = UniverSheetsCorePreset({
    container,
    header: true,
    toolbar: false,
    formulaBar: true,
    footer: { menus: false, statisticBar: false, zoomSlider: true, addSheetButtonConfig: { show: false } },
    menu: HIDDEN_MENUS,
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    formula: { function: gridFunctions() as never, description: help(language) as never, initialFormulaComputing: 0 },
  });
  for (const plugin of preset.plugins) {
    const [Class, options] = (Array.isArray(plugin) ? plugin : [plugin, undefined]) as [PluginCtor<Plugin>, never];
    univer.registerPlugin(
      Class,
      Class === UniverFormulaEnginePlugin ? ({ ...(options as object), ...WITHOUT_CALCULATION } as never) : options,
    );
  }
  return univer;
}

export function setGridLanguage(univer: Univer, language: GridLanguage): void {
  univer.__getInjector().get(LocaleService).setLocale(LOCALES[language]);
}
