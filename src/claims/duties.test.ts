/** What a side must do, is told, is refused, is said to have done or would gladly do; in invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims, shown } from '../../eval/claims-reading.ts';

const AFTER = 'Iceland wrote to Malta again. The Maltese ministry has not replied to Reykjavik.';
const read = (body: string) =>
  readClaims({ headline: 'Iceland and Malta', body: `${body} ${AFTER}`, published: '2021-03-05' }).claims;
const lines = (body: string): string[] => read(body).map(shown);

describe('duties', () => {
  it.each([
    ['Iceland must empty the warehouse by 1 June.', 'by 1 June'],
    ['Iceland has to empty the warehouse within six weeks.', 'within six weeks'],
    ['Iceland is bound to mend the crane by May.', 'by May'],
    ['Iceland is obliged to mend the crane by May.', 'by May'],
    ['Iceland is required to mend the crane by May.', 'by May'],
  ])('binds one side after an accord: %s', (body, due) => {
    const claim = read(`Malta and Iceland signed an accord on Friday. ${body}`).find((c) => c.status === 'agreed');
    expect(claim && [shown(claim), claim.kind, claim.due?.text]).toEqual(['AGREE ISL>MLT agreed', 'commitment', due]);
  });

  it('takes a duty that no agreement stands before for nobody’s promise', () => {
    expect(lines('Malta scolded Iceland on Friday. Iceland must empty the warehouse by 1 June.')).not.toContainEqual(
      expect.stringContaining('AGREE'),
    );
  });

  it('takes what a side must not do for no undertaking', () => {
    const body = 'Malta and Iceland signed an accord on Friday. Iceland must not empty the warehouse.';
    expect(lines(body)).not.toContain('AGREE ISL>MLT agreed');
  });

  it.each([
    'The Icelandic ambassador was told that the quay must be clear by May.',
    'Iceland was informed that it has to clear the quay by May.',
  ])('takes a duty that a side was told of for a demand: %s', (body) => {
    const claim = read(body).find((c) => c.plover === 'REQUEST');
    expect(claim && [shown(claim), claim.due?.text]).toEqual(['REQUEST MLT>ISL demanded', 'by May']);
  });

  it('takes what a side was merely told for no demand', () => {
    expect(lines('The Icelandic ambassador was told that the quay was clear.')).not.toContain(
      'REQUEST MLT>ISL demanded',
    );
  });
});

describe('refusals without a doer', () => {
  it.each([
    'Three Icelandic diplomats were refused visas on Monday.',
    'An Icelandic freighter was denied landing rights on Monday.',
    'An Icelandic deputy was turned back at the airport on Monday.',
    "Iceland's request was turned down on Monday.",
  ])('are the other side’s: %s', (body) => {
    expect(lines(body)).toContain('REJECT MLT>ISL happened');
  });

  it('leaves open who held up what nobody had asked for', () => {
    expect(lines('Icelandic cheese was delayed on Monday.')).not.toContain('REJECT MLT>ISL happened');
  });
});

describe('what a side would do', () => {
  it.each([
    ['Malta would be glad to lend Iceland a tug.', 'AGREE MLT>ISL offered'],
    ['Malta would be happy to lend Iceland a tug.', 'AGREE MLT>ISL offered'],
    ['Malta would gladly mend the Icelandic crane.', 'AGREE MLT>ISL offered'],
    ['Malta will be ready to lend Iceland a tug.', 'AGREE MLT>ISL offered'],
  ])('offers it: %s', (body, claim) => {
    expect(lines(body)).toContain(claim);
  });

  it('threatens with what it would do unless the other gives way', () => {
    const body = 'Malta said it would shut its ports to Iceland unless the tugs were returned.';
    expect(lines(body)).toContain('THREATEN MLT>ISL conditional');
  });

  it('asks for consent with a name put forward', () => {
    const body = 'Iceland has put forward the name of Jon Bergsson as ambassador to Malta.';
    expect(lines(body)).toContain('REQUEST ISL>MLT demanded');
  });
});

describe('what will not be held', () => {
  it.each(['The talks between Malta and Iceland are off.', "The Maltese president's visit to Iceland fell through."])(
    'is denied: %s',
    (body) => {
      const claims = read(body).filter((c) => c.evidence[0].quote === body);
      expect(claims.some((c) => c.status === 'denied' && c.actors.length === 2)).toBe(true);
      expect(claims.some((c) => c.plover === 'CONSULT')).toBe(false);
    },
  );

  it('leaves alone what is off in another sense', () => {
    expect(read('The lights of the Maltese embassy in Iceland are off.').some((c) => c.status === 'denied')).toBe(
      false,
    );
  });
});

describe('deeds laid at the door of the other side', () => {
  it('accuse it', () => {
    expect(lines('Malta maintains that Iceland moved the moorings at night.')).toContain('ACCUSE MLT>ISL alleged');
  });

  it.each([
    'Malta maintains that Iceland is a friend.',
    'Malta maintains that Iceland agreed to the moorings.',
    'Malta maintains that its own divers moved the moorings.',
  ])('but not what is none: %s', (body) => {
    expect(lines(body)).not.toContain('ACCUSE MLT>ISL alleged');
  });
});
