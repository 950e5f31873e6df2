import { describe, expect, it } from 'vitest';
import { compileRules } from '../compile.ts';

const HEAD = 'why: invented\nkind: state\nnames: [Ruritania]\nsources: [none]\n';

function faultsOf(...bodies: readonly string[]): string[] {
  const sources = bodies.map((text, n) => ({ path: `actors/states/R${n}.yaml`, text: HEAD + text }));
  return compileRules(sources).faults.map((f) => `${f.place}: ${f.message}`);
}

describe('faults of actor files', () => {
  it('finds a code that two files take, with both places', () => {
    expect(faultsOf('code: RUR\n', 'code: RUR\n')).toEqual([
      'actors/states/R1.yaml:5: code RUR is taken at actors/states/R0.yaml:5',
    ]);
  });

  it('finds a member that no file describes', () => {
    expect(faultsOf('code: RUR\nmembers:\n  - { code: XXX }\n').join()).toContain('no actor has the code XXX');
  });

  it('finds two presidents at one time, and lets acting and disputed ones be', () => {
    const people = (more: string): string =>
      `code: RUR\npeople:\n  - name: Ana Berg\n    roles: [{ office: president, from: "2001-01-01", to: "2005-07-01" }]\n` +
      `  - name: Bo Lind\n    roles: [{ office: president, from: "2005-01-01"${more} }]\n`;
    expect(faultsOf(people('')).join()).toContain('Bo Lind is president from 2005-01-01, Ana Berg until 2005-07-01');
    expect(faultsOf(people(', acting: true'))).toEqual([]);
    expect(faultsOf(people(', disputed: true'))).toEqual([]);
  });

  it('finds a term that ends before it begins', () => {
    expect(faultsOf('code: RUR\nexists: { from: "1999", to: "1990" }\n').join()).toContain('after its end on 1990');
  });
});
