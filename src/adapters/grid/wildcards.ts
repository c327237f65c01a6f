/** @returns whether Excel's look-ups treat the text as a pattern: `*` any characters, `?` one, `~` the next one as it is */
export function hasWildcard(text: string): boolean {
  return /[*?~]/.test(text);
}

/** @param text a cell's text; @param pattern as `hasWildcard` describes it; letter case does not matter */
export function matchesWildcards(text: string, pattern: string): boolean {
  return matches([...text.toLowerCase()], partsOf(pattern.toLowerCase()));
}

type Part = { readonly any: 'one' | 'many' } | { readonly letter: string };

function partsOf(pattern: string): Part[] {
  const parts: Part[] = [];
  const letters = [...pattern];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at]!;
    const next = letters[at + 1];
    if (letter === '~' && next !== undefined && '*?~'.includes(next)) parts.push({ letter: letters[++at]! });
    else if (letter === '*') parts.push({ any: 'many' });
    else parts.push(letter === '?' ? { any: 'one' } : { letter });
  }
  return parts;
}

/** The usual walk with one memory of the last `*`: linear for all but hostile patterns, and never exponential. */
function matches(letters: readonly string[], parts: readonly Part[]): boolean {
  let at = 0;
  let part = 0;
  let star = -1;
  let resume = 0;
  while (at < letters.length) {
    const wanted = parts[part];
    if (wanted && 'any' in wanted && wanted.any === 'many') {
      star = part++;
      resume = at;
    } else if (wanted && ('any' in wanted || wanted.letter === letters[at])) {
      at++;
      part++;
    } else if (star >= 0) {
      part = star + 1;
      at = ++resume;
    } else return false;
  }
  return parts.slice(part).every((rest) => 'any' in rest && rest.any === 'many');
}
