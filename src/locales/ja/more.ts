export { default as functionHelp } from './functionHelp.json';
export { default as xlsx } from './xlsx.json';
export { default as recalc } from './recalc.json';
export { default as cli } from './cli.json';
export { default as workbench } from './workbench.json';
export { default as review } from './review.json';
export { default as rules } from './rules.json';
export { default as report } from './report.json';
