import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

export type ThemeName = 'light' | 'dark' | 'high-contrast';

/** The system's own fonts: first what Windows has, then the Mac, then Linux; Latin before Japanese. */
const FONTS =
  "'Segoe UI', -apple-system, BlinkMacSystemFont, 'Yu Gothic UI', Meiryo, 'Hiragino Sans', 'Noto Sans CJK JP', 'Noto Sans JP', system-ui, sans-serif";

const withSystemFont = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: FONTS, fontFamilyNumeric: FONTS });

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: withSystemFont(webLightTheme),
  dark: withSystemFont(webDarkTheme),
  'high-contrast': withSystemFont(teamsHighContrastTheme),
};
