/** Traps that real reports set, in invented text: what must be told apart, folded, kept silent or left out. */
import { describe, expect, it } from 'vitest';
import { readClaims, shown } from '../../eval/claims-reading.ts';

const HEAD = 'Norway, Latvia quarrel over trawlers';
const read = (body: string, more = {}) => readClaims({ headline: HEAD, body, ...more }).claims;
const lines = (body: string, more = {}): string[] => read(body, more).map(shown);

describe('status', () => {
  it('keeps a plan apart from a deed', () => {
    const text =
      'Latvia will expel two Norwegian diplomats on 20 March. Latvia expelled a Norwegian attaché last week.';
    expect(lines(text).map((l) => l.split(' ').at(-1))).toEqual(expect.arrayContaining(['planned', 'happened']));
  });

  it('reads what was agreed as agreed, not as done', () => {
    const claims = read('Norway and Latvia agreed to develop a roadmap for the return of the trawlers by June.');
    expect(claims[0]).toMatchObject({ plover: 'AGREE', status: 'agreed' });
    expect(claims.some((c) => c.plover === 'RETREAT')).toBe(false);
  });

  it('keeps the term of a promise as its due date', () => {
    const [claim] = read('Latvia promised on Monday to release the Norwegian trawlers by 1 May. Rain fell. Fog came.');
    expect(claim).toMatchObject({ kind: 'commitment', status: 'planned' });
    expect(claim?.due?.value?.latest).toBe('2021-05-01');
    expect(claim?.occurs?.edtf).toBe('2021-03-08');
  });

  it('makes a condition a condition', () => {
    const text =
      'Norway will close its port to Latvian trawlers if the crew is not released, the ministry said in Oslo.';
    expect(read(text)[0]?.status).toBe('conditional');
  });

  it('tells no deed from the condition itself', () => {
    const text = 'If Latvia seizes another trawler, Norway will recall its ambassador from Riga. Both denied any plan.';
    expect(read(text).some((c) => c.plover === 'COERCE')).toBe(false);
  });

  it('codes what did not take place as denied, without a class', () => {
    const text = 'A meeting of the Norwegian and Latvian ministers planned for Tuesday did not take place. It rained.';
    expect(read(text)[0]).toMatchObject({ plover: null, status: 'denied' });
  });

  it('keeps an accusation alleged', () => {
    const [claim] = read('Norway accused Latvia of cutting the nets of its trawlers. The weather was bad. It rained.');
    expect(claim).toMatchObject({ plover: 'ACCUSE', status: 'alleged', actors: ['NOR'], counterparts: ['LVA'] });
  });

  it('keeps silence as a state of affairs', () => {
    const text = 'Latvia has not responded to the Norwegian offer of 2 March. Boats waited. The harbour was full.';
    expect(read(text)[0]).toMatchObject({ plover: null, kind: 'status', status: 'ongoing', actors: ['LVA'] });
  });

  it('keeps a pending consent apart from a refusal', () => {
    const text = 'Latvia is yet to give its consent to the Norwegian survey. Boats waited. The harbour was full.';
    expect(read(text)[0]).toMatchObject({ plover: 'REJECT', status: 'ongoing' });
  });
});

describe('splitting and folding', () => {
  it('makes one claim of each thing agreed', () => {
    const text = 'Norway and Latvia agreed to reopen the strait, to resume ferry traffic and to share catch data.';
    expect(read(text).filter((c) => c.status === 'agreed').length).toBe(3);
  });

  it('folds a fact told again into further evidence', () => {
    const text =
      'Latvia expelled two Norwegian diplomats on Tuesday.\n\nRain fell over Riga all day.\n\nThe Norwegian diplomats expelled by Latvia left by ferry.';
    const expelled = read(text).filter((c) => c.rule === 'claims/sanction/expel');
    expect(expelled.length).toBe(1);
    expect(expelled[0]?.evidence.length).toBeGreaterThan(1);
  });

  it('takes a topic for no event', () => {
    const text = 'Norway and Latvia discussed the expulsion of diplomats and a visit to Riga. It rained. Fog came.';
    expect(read(text).map((c) => c.plover)).toEqual(['CONSULT']);
  });
});

describe('parties', () => {
  it('reads the passive and the possessive nationality', () => {
    const text = 'Two Norwegian diplomats were expelled by Latvia on Monday. Rain fell in Riga. Fog came.';
    expect(lines(text)).toContain('SANCTION LVA>NOR happened');
  });

  it('never expands a partial set', () => {
    const text = 'Norway urged some NATO allies to send boats to the strait. Rain fell in Riga. Fog came.';
    const claim = read(text).find((c) => c.plover === 'REQUEST');
    expect(claim?.counterparts.length ?? 0).toBeLessThan(3);
  });

  it('makes the place of talks no party', () => {
    const text = 'Norwegian and Latvian ministers met in Geneva on Monday. Rain fell in Riga. Fog came.';
    const claim = read(text).find((c) => c.plover === 'CONSULT');
    expect([...(claim?.actors ?? [])].sort()).toEqual(['LVA', 'NOR']);
  });

  it('takes captions for no claims', () => {
    const told = read('Rain fell over Riga. Fog came in the night. Boats waited.', {
      caption: 'Latvia seized a Norwegian trawler last year.',
    });
    expect(told).toEqual([]);
  });
});

describe('reports without dealings', () => {
  it.each([
    'Norwegian skiers beat the Latvian team on Sunday. The visitors attacked early and the hosts surrendered late. A truce held until the break.',
    'Stir the Danish butter into the flour. Invade the dough with raisins. Release it from the tin and serve with Greek honey.',
    'The Latvian band visited Oslo. The singer thanked the Danish fans. The drummer refused to play again.',
  ])('gives none for: %s', (body) => {
    expect(readClaims({ body }).claims.map(shown)).toEqual([]);
  });

  it('keeps a single sentence, whose parties need no code', () => {
    expect(readClaims({ body: 'The rebels attacked the village at dawn.' }).claims[0]).toMatchObject({
      plover: 'ASSAULT',
      actors: [],
    });
  });
});

describe('every claim', () => {
  const { claims, report } = readClaims({
    headline: HEAD,
    body: 'Latvia summoned the Norwegian ambassador on Monday and demanded an apology, officials said. Norway refused to apologise. "We saw no boat," the minister, Kari Lund, said.',
  });

  it('quotes its words and explains itself', () => {
    expect(claims.length).toBeGreaterThan(1);
    for (const claim of claims) {
      for (const e of claim.evidence) expect(report.text.slice(e.start, e.end)).toBe(e.quote);
      expect(report.text.slice(claim.trigger.start, claim.trigger.end)).toBe(claim.trigger.text);
      for (const r of claim.roles) expect(report.text.slice(r.start, r.end).startsWith(r.text)).toBe(true);
      expect(claim.statusWhy.length).toBeGreaterThan(0);
      expect(claim.occurs?.reason.length).toBeGreaterThan(0);
    }
  });

  it('has an id of its own that does not change', () => {
    const again = readClaims({ headline: HEAD, body: report.text.slice(HEAD.length + 2).trimEnd() }).claims;
    expect(again.map((c) => c.id)).toEqual(claims.map((c) => c.id));
    expect(new Set(claims.map((c) => c.id)).size).toBe(claims.length);
  });
});
