import { useEffect, useState } from 'react';
import type { ThemeName } from '../../taskpane/theme';

const QUERIES = ['(forced-colors: active)', '(prefers-color-scheme: dark)'] as const;

/** Light, dark or high contrast, as the system says now. The grid itself stays light: a workbook's colours are made for paper. */
export function useTheme(): ThemeName {
  const [theme, setTheme] = useState(systemTheme);
  useEffect(() => {
    const follow = () => setTheme(systemTheme());
    const queries = QUERIES.map((query) => window.matchMedia(query));
    queries.forEach((query) => query.addEventListener('change', follow));
    return () => queries.forEach((query) => query.removeEventListener('change', follow));
  }, []);
  return theme;
}

function systemTheme(): ThemeName {
  const [contrast, dark] = QUERIES.map((query) => window.matchMedia(query).matches);
  return contrast ? 'high-contrast' : dark ? 'dark' : 'light';
}
