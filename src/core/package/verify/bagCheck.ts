import { BAG_DECLARATION, BAG_INFO, MANIFEST, PAYLOAD, TAG_MANIFEST } from '../bag/layout';
import { bagInfoText } from '../bag/makeBag';
import { manifestText, parseManifest, type Manifest } from '../bag/manifest';
import type { PackageFile } from '../packageFile';
import { utf8Text } from '../utf8';
import { fileOf, type VerifyContext } from './context';
import { fault, type Fault } from './fault';

const TAGS = [BAG_DECLARATION.path, BAG_INFO, MANIFEST];

/** RFC 8493, 3: complete (every file listed and there) and valid (every hash holds); and what the bag says of itself follows from its content. */
export async function checkBag(context: VerifyContext): Promise<readonly Fault[]> {
  const { files } = context.opened;
  const payload = files.filter(({ path }) => path.startsWith(PAYLOAD));
  const tags = files.filter(({ path }) => TAGS.includes(path));
  const strays = files.filter((file) => !payload.includes(file) && !tags.includes(file) && file.path !== TAG_MANIFEST);
  return [
    ...declarationFaults(context),
    ...infoFaults(context, payload),
    ...(await manifestFaults(context, MANIFEST, payload)),
    ...(await manifestFaults(context, TAG_MANIFEST, [...tags, ...strays], tags)),
    ...strays.map(({ path }) => fault('tag-file-unknown', path)),
  ];
}

const textOf = ({ opened }: VerifyContext, path: string): string | null => {
  const bytes = fileOf(opened, path);
  return bytes && utf8Text(bytes);
};

const declarationFaults = (context: VerifyContext): readonly Fault[] =>
  textOf(context, BAG_DECLARATION.path) === BAG_DECLARATION.text
    ? []
    : [fault('bag-declaration', BAG_DECLARATION.path)];

function infoFaults(context: VerifyContext, payload: readonly PackageFile[]): readonly Fault[] {
  const { info } = context.documents;
  if (!info || textOf(context, BAG_INFO) === bagInfoText(info, payload)) return [];
  return [fault('bag-info-differs', BAG_INFO)];
}

async function manifestFaults(
  context: VerifyContext,
  path: string,
  files: readonly PackageFile[],
  needed = files,
): Promise<readonly Fault[]> {
  const text = textOf(context, path);
  if (text === null) return [fault('manifest-missing', path)];
  const manifest = parseManifest(text);
  if (!manifest) return [fault('manifest-malformed', path)];
  const listed = needed.concat(files.filter((file) => !needed.includes(file) && manifest.has(file.path)));
  // Other line ends or another order hold the same and would give the same content a second id.
  const spelled = manifestText(manifest) === text ? [] : [fault('manifest-differs', path)];
  return [...(await comparedWith(manifest, listed, context)), ...spelled];
}

async function comparedWith(
  manifest: Manifest,
  files: readonly PackageFile[],
  { tools }: VerifyContext,
): Promise<readonly Fault[]> {
  const there = new Set(files.map(({ path }) => path));
  const faults = [...manifest.keys()].filter((path) => !there.has(path)).map((path) => fault('file-missing', path));
  for (const { path, bytes } of files) {
    const stated = manifest.get(path);
    if (stated === undefined) faults.push(fault('file-unlisted', path));
    else if ((await tools.digest(bytes)) !== stated) faults.push(fault('hash-differs', path));
  }
  return faults;
}
