/**
 * @param members as `Range.getDirectDependents`
 * @returns a script that takes them out of office.js once its file for Excel has run: to use one then fails as it does in an Excel that
 *   was made before it
 */
export const withoutMembers = (members: readonly string[]): string =>
  `for (const member of ${JSON.stringify(members)}) {
    const [owner, name] = member.split('.');
    if (Excel[owner]?.prototype) delete Excel[owner].prototype[name];
  }`;
