/** Address of everything while developing; as it stands in manifest.xml and in the functions' metadata. */
const LOCAL = 'https://localhost:3000';

/** Beside an installed KMC a development build must have an identity of its own: two of one kind disturb each other. */
const DEVELOPMENT = {
  id: 'b1f3c7a4-9a52-4d0e-8c1b-53e2f6a7d908',
  namespace: 'KMCDEV',
};

/** @returns {string} the manifest for a build */
function manifestFor(xml, { baseUrl, development }) {
  const placed = xml.replaceAll(LOCAL, baseUrl);
  if (!development) return placed;
  return placed
    .replace(/<Id>[^<]+<\/Id>/, `<Id>${DEVELOPMENT.id}</Id>`)
    .replace('<DisplayName DefaultValue="KMC">', '<DisplayName DefaultValue="KMC (development)">')
    .replace(
      'id="Functions.Namespace" DefaultValue="KMC"',
      `id="Functions.Namespace" DefaultValue="${DEVELOPMENT.namespace}"`,
    );
}

module.exports = { manifestFor, LOCAL };
