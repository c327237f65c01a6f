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
  /** What changed since the earlier packages; not in a first one. */
  previous: 'data/previous.json',
  /** The reviewer's remarks on them, each with its answer. */
  answers: 'data/answers.json',
  /** The reviewer's own file, as it came. */
  review: 'data/review.json',
  evidence: 'data/evidence/',
} as const;

/** Documents of a package that follows another one. */
export const ROUNDS = [PATHS.previous, PATHS.answers, PATHS.review] as const;

/** Made by the report builders; a package may lack them. */
export const REPORTS = ['data/result.xlsx', 'data/report.html', 'data/report.pdf'] as const;
export const PUBLIC_REPORTS = ['data/report.html', 'data/report.pdf'] as const;
