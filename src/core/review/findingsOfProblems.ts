import type { Case, Problem } from '../case/types';
import { message as said } from '../message';
import { atProblem } from './criteria/at';
import { filed } from './criteria/owned';
import { RULES } from './criteria/registry';
import type { Rule } from './criteria/rule';
import { findingOfProblem } from './findingsBeside';
import { findingId, type Finding } from './finding';
import { placesOf, type Places } from './places';

/**
 * What reading and calculating found, as findings, without applying a rule: quick enough to follow every keystroke.
 * @returns one finding a problem, in the order of the problems, with the ids they have in the whole review
 */
export function findingsOfProblems(problems: readonly Problem[], read: Case): readonly Finding[] {
  const places = placesWhenAsked(read);
  const { of } = filed(problems, RULES);
  const owners = new Map(RULES.flatMap((rule) => (of.get(rule.id) ?? []).map((problem) => [problem, rule] as const)));
  return problems.map((problem) => {
    const owner = owners.get(problem);
    return owner ? findingOfRule(problem, owner) : findingOfProblem(problem, places);
  });
}

/** Hardly a problem stands outside every table, and only those are looked up. */
function placesWhenAsked(read: Case): Places {
  let places: Places | null = null;
  const asked = (): Places => (places ??= placesOf(read));
  return {
    at: (cell) => asked().at(cell),
    cellOf: (place) => asked().cellOf(place),
    cellsOf: (table, only) => asked().cellsOf(table, only),
  };
}

function findingOfRule(problem: Problem, { id, criterion, basis }: Rule): Finding {
  const { subject, cells } = atProblem(problem);
  const { severity, message } = problem;
  return {
    id: findingId(id, subject),
    ...{ rule: id, criterion, severity, basis, message, subject, cells },
    settle: severity === 'info' ? null : said(`rules.${id}.settle`),
  };
}
