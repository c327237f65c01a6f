import '../submit/texts';
import { packageBytes } from './packageBytes';
import type { PackageSession } from './packaging';

/** Checks all of a package. */
export function examine({ run, load, setExamined }: PackageSession, file: File): Promise<void> {
  return run('verify', async () => {
    setExamined(null);
    const [tools, { checkPackage }] = await Promise.all([load(), import('../../core/package/verify/verifyPackage')]);
    const bytes = await packageBytes(file);
    setExamined({ name: file.name, bytes, ...(await checkPackage(bytes, tools)) });
  });
}
