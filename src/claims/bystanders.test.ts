/** Who is no party, who is one beside the named, and for whom good offices are meant, in invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

const read = (body: string, headline = 'Norway, Latvia quarrel over trawlers') =>
  readClaims({ headline, body: `${body} It rained in the north. Fog came.` }).claims;

describe('bystanders', () => {
  it('counts who brings others together as mediator, not as party', () => {
    const [talks] = read('Norway and Latvia on Friday held Danish-brokered talks.');
    expect(talks).toMatchObject({ actors: ['NOR', 'LVA'], counterparts: [] });
    expect(talks?.roles.find((r) => r.role === 'mediator')?.code).toEqual('DNK');
  });

  it('counts the states in which a mission was hit among the victims', () => {
    const body = 'Latvia condemned the bombing of Norwegian embassies in Ghana and Togo.';
    expect(read(body).find((c) => c.actors.includes('LVA'))?.counterparts).toEqual(['NOR', 'GHA', 'TGO']);
  });

  it('reads a blow at a mission whoever struck it, and blames neither the speaker nor the building', () => {
    const claims = read('Norway said a blast ripped through its embassy in Togo, which killed nine.');
    expect(claims.filter((c) => c.plover === 'ASSAULT')).toMatchObject([{ actors: [], counterparts: ['NOR', 'TGO'] }]);
  });

  it('counts people abducted by nobody knows whom as harm to their state', () => {
    const [taken] = read('Two Danish engineers were kidnapped by gunmen near the border on Monday.');
    expect(taken).toMatchObject({ plover: 'COERCE', actors: [], counterparts: ['DNK'] });
  });

  it('turns a crowd on one side against the other', () => {
    const [rally] = read('Thousands of people rallied in Riga on Monday to demand the return of the crew.');
    expect(rally).toMatchObject({ plover: 'PROTEST', actors: [], counterparts: ['NOR'] });
  });

  it('hears nothing from firms under the names of states', () => {
    const body =
      'Norway rejected a takeover bid from Latvia for its subsidiary. Shareholders of the Latvian firm sold stock.';
    expect(read(body, 'Norway, Latvia firms in merger')).toEqual([]);
  });

  it('means good offices for both sides of a quarrel', () => {
    const body = 'Latvia on Monday rejected a Norwegian protest. Denmark has offered to host the next round.';
    const offer = read(body).find((c) => c.actors.includes('DNK'));
    expect(offer?.counterparts.toSorted()).toEqual(['LVA', 'NOR']);
  });

  it('takes the owner of a thing before those it is meant for', () => {
    const [blame] = read("Latvia condemned Norway's sale of trawlers to Togo.");
    expect(blame).toMatchObject({ actors: ['LVA'], counterparts: ['NOR'] });
  });

  it('looks for sides in what is promised, not in the reasons given for it', () => {
    const body = 'Norway offered to help rebuild Latvian piers because half of the catch goes to Togo.';
    expect(read(body)[0]?.counterparts).toEqual(['LVA']);
  });
});

describe('sides that stand elsewhere in the sentence', () => {
  it('takes who adopts a resolution for the one who demands', () => {
    const claims = read('The Security Council adopted a resolution demanding that Norwegian trawlers leave the bay.');
    expect(claims.find((c) => c.plover === 'REQUEST')).toMatchObject({ actors: ['UN'], counterparts: ['NOR'] });
  });

  it('finds who protested after the verb that carries the protest', () => {
    const claims = read('The new Norwegian quota drew a protest from Riga.');
    expect(claims.find((c) => c.plover === 'ACCUSE')?.actors).toEqual(['LVA']);
  });

  it('lets the other side owe the answer to a request', () => {
    const claims = read(
      'Latvia on Monday rejected a Norwegian protest. A Latvian request for pilots has gone unanswered.',
    );
    expect(claims.find((c) => c.kind === 'status')).toMatchObject({ actors: ['NOR'], counterparts: ['LVA'] });
  });
});

describe('sides named in a sentence before', () => {
  it('lets a paper speak for its author', () => {
    const claims = read('Latvia on Friday sent Norway a proposal on fish. The proposal called for a halt to trawling.');
    expect(claims.find((c) => c.plover === 'REQUEST')).toMatchObject({ actors: ['LVA'], counterparts: ['NOR'] });
  });

  it('knows whose people are meant, and that the other side let them go', () => {
    const claims = read('Three Norwegian fishermen were arrested in Riga on Sunday. The men were sent home on Friday.');
    expect(claims.find((c) => c.plover === 'RETREAT')).toMatchObject({ actors: ['LVA'], counterparts: ['NOR'] });
  });
});

describe('halves of an agreement', () => {
  it('binds one side towards the other under what both signed', () => {
    const body = 'Officials from both sides signed a protocol under which Norway will dredge the bay within 14 days.';
    const claims = read(`Norway on Monday rejected a Latvian protest. ${body}`);
    expect(claims.find((c) => c.plover === 'AGREE')).toMatchObject({
      actors: ['NOR'],
      counterparts: ['LVA'],
      status: 'agreed',
      kind: 'commitment',
    });
  });
});

describe('force that nobody used', () => {
  it.each([
    'The uncle is fighting to keep the boy in Latvia.',
    'The sailor died when his boat sank on the way from Norway.',
  ])('%s', (body) => {
    expect(read(body).some((c) => c.plover === 'ASSAULT')).toBe(false);
  });
});
