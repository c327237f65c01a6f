import { COMMANDS } from '../../src/adapters/excel/commands';
import { elements, named, xmlTree, type Element } from './xmlTree';

/** Width and height of the icon an address ends with; `undefined` for one that does not exist. */
export type IconSize = (fileName: string) => readonly [number, number] | undefined;

/** Children in the order the schemas of Office demand; those not named here have no say in it. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'VersionOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  Host: ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  ExtensionPoint: ['Script', 'Page', 'Metadata', 'Namespace'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action', 'Enabled'],
  Supertip: ['Title', 'Description'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

const LONGEST: Readonly<Record<string, number>> = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250, 'bt:Urls': 2048 };
const LONGEST_ID = 32;
const REQUIRED_ICONS = ['16', '32', '80'];
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * Checks a manifest against what Office demands of one and what this product demands of its own.
 * @returns one sentence a fault; empty for a sound manifest
 */
export function manifestFaults(xml: string, iconSize: IconSize): string[] {
  const manifest = xmlTree(xml);
  return [identity, order, resources, lengths, addresses, icons, runtime, commands, japanese].flatMap((rule) =>
    rule(manifest, iconSize),
  );
}

const fault = (isFault: boolean, sentence: string): string[] => (isFault ? [sentence] : []);
const textOf = (manifest: Element, name: string): string => named(manifest, name)[0]?.text ?? '';

function identity(manifest: Element): string[] {
  const overrides = named(manifest, 'VersionOverrides')[0];
  return [
    ...fault(!GUID.test(textOf(manifest, 'Id')), 'Id is not a GUID'),
    ...fault(!/^\d+(\.\d+){3}$/.test(textOf(manifest, 'Version')), 'Version has not four parts'),
    ...fault(textOf(manifest, 'Permissions') !== 'ReadWriteDocument', 'Permissions must be ReadWriteDocument'),
    ...fault(overrides?.attributes['xsi:type'] !== 'VersionOverridesV1_0', 'Task panes know VersionOverridesV1_0 only'),
  ];
}

function order(manifest: Element): string[] {
  return elements(manifest).flatMap(({ name, children }) => {
    const wanted = ORDER[name] ?? [];
    const found = children.map((child) => wanted.indexOf(child.name)).filter((position) => position >= 0);
    return fault(
      found.some((position, index) => position < (found[index - 1] ?? 0)),
      `children of ${name} are out of order`,
    );
  });
}

/** Each resource once, each used, each that is used there. */
function resources(manifest: Element): string[] {
  const kept = named(manifest, 'Resources').flatMap((each) => each.children.flatMap(({ children }) => children));
  const ids = kept.map(({ attributes }) => attributes.id ?? '');
  const used = elements(manifest).flatMap(({ attributes }) =>
    attributes.resid === undefined ? [] : [attributes.resid],
  );
  const controls = [...named(manifest, 'Control'), ...named(manifest, 'Group')].map(
    ({ attributes }) => attributes.id ?? '',
  );
  return [
    ...[...ids, ...controls].filter((id, index, all) => all.indexOf(id) !== index).map((id) => `id ${id} stands twice`),
    ...[...ids, ...controls]
      .filter((id) => id.length > LONGEST_ID)
      .map((id) => `id ${id} is longer than ${LONGEST_ID}`),
    ...used.filter((id) => !ids.includes(id)).map((id) => `resid ${id} names no resource`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `resource ${id} is not used`),
  ];
}

function lengths(manifest: Element): string[] {
  const kinds = Object.entries(LONGEST).flatMap(([kind, longest]) =>
    named(manifest, kind).flatMap((kept) => elements(kept).map((element) => ({ element, longest }))),
  );
  const top = [...topLevel(manifest, 'DisplayName', 125), ...topLevel(manifest, 'Description', 250)];
  return [...kinds, ...top].flatMap(({ element: { attributes }, longest }) => {
    const text = attributes.DefaultValue ?? attributes.Value ?? '';
    return fault(text.length > longest, `"${text.slice(0, 20)}…" is longer than ${longest}`);
  });
}

const topLevel = (manifest: Element, name: string, longest: number) =>
  manifest.children
    .filter((child) => child.name === name)
    .flatMap((child) => elements(child))
    .map((element) => ({ element, longest }));

function addresses(manifest: Element): string[] {
  const all = elements(manifest).flatMap(({ attributes }) => [attributes.DefaultValue, attributes.Value]);
  return all
    .filter((text) => text !== undefined && /^\w+:\/\//.test(text) && !text.startsWith('https://'))
    .map((text) => `${text} is not https`);
}

function icons(manifest: Element, iconSize: IconSize): string[] {
  const address = new Map(
    named(manifest, 'bt:Images')
      .flatMap(({ children }) => children)
      .map(({ attributes }) => [attributes.id, attributes.DefaultValue]),
  );
  const images = named(manifest, 'Icon').flatMap(({ children }) => children);
  const wanted = images.map(({ attributes }) => [address.get(attributes.resid), Number(attributes.size)] as const);
  const tops = [
    ['IconUrl', 32],
    ['HighResolutionIconUrl', 64],
  ] as const;
  const listed = tops.map(([name, size]) => [named(manifest, name)[0]?.attributes.DefaultValue, size] as const);
  return [...wrongIcons([...wanted, ...listed], iconSize), ...missingSizes(manifest)];
}

const wrongIcons = (icons: readonly (readonly [string | undefined, number])[], iconSize: IconSize): string[] =>
  icons.flatMap(([address, size]) => {
    const found = iconSize(address?.split('/').at(-1) ?? '');
    return fault(found?.[0] !== size || found[1] !== size, `${address} is not an icon of ${size} pixels`);
  });

const missingSizes = (manifest: Element): string[] =>
  named(manifest, 'Icon').flatMap(({ children }) => {
    const sizes = children.map(({ attributes }) => attributes.size);
    return REQUIRED_ICONS.filter((size) => !sizes.includes(size)).map((size) => `an icon lacks the size ${size}`);
  });

/** Excel does not load a shared runtime whose page is not one and the same everywhere. */
function runtime(manifest: Element): string[] {
  const [shared] = named(manifest, 'Runtime');
  const pages = [
    ...named(manifest, 'Page').flatMap(({ children }) => children),
    ...named(manifest, 'FunctionFile'),
    ...named(manifest, 'Action')
      .filter(({ attributes }) => attributes['xsi:type'] === 'ShowTaskpane')
      .flatMap(({ children }) => children),
  ];
  return [
    ...fault(shared?.attributes.lifetime !== 'long', 'the runtime is not a long one'),
    ...fault(pages.length < 3, 'a page of the shared runtime is missing'),
    ...fault(
      pages.some(({ attributes }) => attributes.resid !== shared?.attributes.resid),
      'not all pages are that of the runtime',
    ),
    ...fault(named(manifest, 'TaskpaneId').length > 0, 'a shared runtime has no TaskpaneId'),
  ];
}

/** A button whose command the page does not know does nothing, without a word. */
function commands(manifest: Element): string[] {
  const known: readonly string[] = COMMANDS;
  const called = named(manifest, 'FunctionName').map(({ text }) => text);
  return [
    ...called.filter((name) => !known.includes(name)).map((name) => `no command is called ${name}`),
    ...known.filter((name) => !called.includes(name)).map((name) => `no button calls ${name}`),
    ...called.filter((name, index) => called.indexOf(name) !== index).map((name) => `two buttons call ${name}`),
    ...fault(named(manifest, 'GetStarted').length !== 1, 'GetStarted does not stand once'),
  ];
}

/** What a person reads has a Japanese form. Names of functions have none: a formula must work in every language. */
function japanese(manifest: Element): string[] {
  const strings = ['bt:ShortStrings', 'bt:LongStrings'].flatMap((kind) =>
    named(manifest, kind).flatMap(({ children }) => children),
  );
  const overridden = ({ children }: Element) =>
    children.some(({ name, attributes }) => name === 'bt:Override' && attributes.Locale === 'ja-JP');
  const namespace = strings.filter(({ attributes }) => attributes.id === 'Functions.Namespace');
  const readable = strings.filter((each) => !namespace.includes(each) && each.attributes.DefaultValue !== 'KMC');
  const unprefixed = named(manifest, 'Resources').flatMap((kept) => named(kept, 'Override'));
  return [
    ...readable.filter((each) => !overridden(each)).map(({ attributes }) => `${attributes.id} has no Japanese text`),
    ...fault(namespace.some(overridden), 'the namespace of functions is translated'),
    ...fault(unprefixed.length > 0, 'Override among the resources lacks its prefix bt:'),
  ];
}
