/** RFC 8493 (BagIt 1.0). */
export const BAG_DECLARATION = { path: 'bagit.txt', text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' };
export const BAG_INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';
export const PAYLOAD = 'data/';

export const PATHS = {
  workbook: 'data/workbook.xlsx',
  case: 'data/case.json',
  assessment: 'data/assessment.json',
  findings: 'data/findings.json',
  factors: 'data/factors.json',
  profile: 'data/profile.json',
  info: 'data/package.json',
  /** Of the public version alone. */
  public: 'data/public.json',
  evidence: 'data/evidence/',
} as const;

/** Made by the report builders; a package may lack them. */
export const REPORTS = ['data/result.xlsx', 'data/report.html', 'data/report.pdf'] as const;
export const PUBLIC_REPORTS = ['data/report.html', 'data/report.pdf'] as const;
