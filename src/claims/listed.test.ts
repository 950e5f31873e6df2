/** Lists, deeds told by reference to another side's, and talks named again, in invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims, shown } from '../../eval/claims-reading.ts';

const read = (body: string) =>
  readClaims({ headline: 'Norway, Latvia quarrel over trawlers', body: `${body} It rained in the north. Fog came.` })
    .claims;

describe('lists', () => {
  it('counts each paper named after a signing', () => {
    const claims = read(
      'Norway and Latvia signed two papers on Friday. They include a protocol on ferries and a treaty on eels.',
    );
    expect(claims.map((c) => c.trigger.text)).toEqual(['signed two papers', 'a protocol', 'a treaty']);
    expect(new Set(claims.map(shown))).toEqual(new Set(['SUPPORT NOR+LVA happened']));
  });

  it('takes each step listed for an undertaking of both', () => {
    const body =
      'Norway and Latvia signed a statement on Friday. It names three steps: (a) a hotline for skippers, (b) a meeting in May, and (c) an end to the ban on eels.';
    const steps = read(body).filter((c) => c.status === 'agreed');
    expect(steps.map(shown)).toEqual(['AGREE NOR+LVA agreed', 'CONSULT NOR+LVA agreed', 'CONCEDE NOR+LVA agreed']);
  });

  it('gives each step its own term and its own matter', () => {
    const body =
      'Norway and Latvia signed a statement on Friday. The text, dated 4 March, names two steps: (a) visa-free travel from 1 May, and (b) a session on the sea border within two weeks.';
    const steps = read(body).filter((c) => c.status === 'agreed');
    expect(steps.map((c) => c.due?.value?.latest)).toEqual(['2021-05-01', '2021-03-18']);
    expect(steps.map((c) => c.track)).toEqual(['visas', 'territory']);
    expect(steps.map((c) => c.occurs?.edtf)).toEqual(['2021-03-04', '2021-03-04']);
  });

  it('takes each envoy listed for received by the host', () => {
    const body =
      'The president of Norway received the credentials of two ambassadors on Friday. They are Ms Kalna (Latvia) and Mr Mensah (Ghana).';
    expect(read(body).map(shown)).toEqual(
      expect.arrayContaining(['SUPPORT LVA>NOR happened', 'SUPPORT GHA>NOR happened']),
    );
  });
});

describe('the same again', () => {
  it.each([
    ['Norway recalled its ambassador from Riga in May; Latvia followed suit.', 'SANCTION LVA>NOR happened'],
    ['Denmark and Finland have ratified the pact with Norway; Latvia has not.', 'none LVA>NOR denied'],
    ['Norway closed its airspace to Latvian carriers, and Latvia did the same.', 'SANCTION LVA>NOR happened'],
  ])('%s', (body, claim) => {
    expect(read(body).map(shown)).toContain(claim);
  });

  it('leaves alone what follows nobody', () => {
    expect(read('Norway recalled its ambassador from Riga in May. Rain followed.').map(shown)).toEqual([
      'SANCTION NOR>LVA happened',
    ]);
  });

  it('takes talks that nobody is named for to be those told of before', () => {
    const body = 'Norway and Latvia held talks in Bergen on Friday. The next round is to be held in Riga in May.';
    expect(read(body).map(shown)).toContain('CONSULT NOR+LVA planned');
  });

  it('takes who an invitation went to for the one who accepts it', () => {
    const body = 'Norway invited the Latvian president to Oslo. The invitation was accepted on Friday.';
    expect(read(body).map(shown)).toContain('AGREE LVA>NOR agreed');
  });

  it('takes who an offer went to for the one who turns it down', () => {
    const body = 'Norway offered Latvia a pier on Friday. The offer was turned down on Sunday.';
    expect(read(body).map(shown)).toContain('REJECT LVA>NOR happened');
  });

  it('reads an order as the condition of what follows', () => {
    const body = '"Let them open the pier, and every ban on Latvian trawlers falls," the Norwegian minister said.';
    expect(read(body).map(shown)).toEqual(['AGREE NOR>LVA conditional']);
  });
});
