const { gzipSync } = require('node:zlib');
const { WebpackError } = require('webpack');

/** Gzipped bytes of JavaScript that may be loaded before the pane answers. */
const PANE_BUDGET = 350_000;
const NAMED = 8;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/**
 * @param {{ name: string, content: string | Buffer }[]} files what is loaded at first
 * @param {{ name: string, bytes: number }[]} modules what stands in them, before it is made small
 * @param {number} budget gzipped bytes
 * @returns {string | null} why the build must not be, with the largest modules; null within the budget
 */
function overBudget(files, modules, budget) {
  const sizes = files.map(({ name, content }) => ({ name, bytes: gzipSync(content).length }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= budget) return null;
  const largest = [...modules].sort((one, other) => other.bytes - one.bytes).slice(0, NAMED);
  const list = (items) => items.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`).join(', ');
  return (
    `The pane loads ${kilobytes(total)} of gzipped JavaScript at first (${list(sizes)}); the budget is ${kilobytes(budget)}. ` +
    `Load later what is not needed at first. Largest modules, before they are made small: ${list(largest)}.`
  );
}

/** Modules that webpack has joined into one are named one by one. */
const partsOf = (module) => module.modules ?? [module];

/** @returns what webpack puts into `chunks`, each module once */
function modulesIn(compilation, chunks) {
  const modules = new Set(chunks.flatMap((chunk) => [...compilation.chunkGraph.getChunkModulesIterable(chunk)]));
  const written = [...modules].flatMap(partsOf).filter((module) => module.type !== 'runtime');
  return written.map((module) => ({
    name: module.readableIdentifier(compilation.requestShortener),
    bytes: module.size(),
  }));
}

/** Fails a build whose initial JavaScript is larger than the budget. */
class PaneBudget {
  /**
   * @param {{ entry: string, chunks?: readonly string[], budget?: number }} options what is counted: the entry's initial JavaScript, or
   *   of it the chunks that are named
   */
  constructor({ entry, chunks, budget = PANE_BUDGET }) {
    Object.assign(this, { entry, chunks, budget });
  }

  apply(compiler) {
    compiler.hooks.afterCompile.tap('PaneBudget', (compilation) => {
      if (compilation.compiler !== compiler) return;
      const problem = this.problem(compilation);
      if (problem) compilation.errors.push(new WebpackError(problem));
    });
  }

  problem(compilation) {
    const chunks = this.counted(compilation.entrypoints.get(this.entry));
    const names = new Set(chunks.flatMap((chunk) => [...chunk.files]).filter((name) => name.endsWith('.js')));
    const files = [...names].map((name) => ({ name, content: compilation.getAsset(name).source.buffer() }));
    return overBudget(files, modulesIn(compilation, chunks), this.budget);
  }

  /** An entry that depends on another has that one's chunks in a group of its own. */
  counted(entry) {
    const groups = [entry, ...entry.getParents()];
    const all = [...new Set(groups.flatMap((group) => group.chunks))];
    if (!this.chunks) return all;
    return this.chunks.map((name) => {
      const chunk = all.find((one) => one.name === name);
      if (!chunk) throw new RangeError(`no chunk ${name} is loaded at first`);
      return chunk;
    });
  }
}

module.exports = { PaneBudget, overBudget, PANE_BUDGET };
