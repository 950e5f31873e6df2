/** A report of home affairs that names a foreign state in passing gives no dealings with it; invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../eval/claims-reading.ts';

const HOME = `Danish voters go to the polls in nine days, and both camps agree on one thing: the trains are late.
Prime Minister Lone Fredslund told a rally in Odense that she would never again promise a date for the new line.
Her rival rejects the figures of the ministry and attacks her for the closed stations.
The premier met traders at the harbour in Esbjerg on Friday and urged them to be patient.
Norway built its own line twenty years ago and has not raised fares since, the rival likes to say.
Denmark asked Norway for drawings of the bridges last year, and Norway sent them.
Denmark has since thanked Norway for the drawings.
A commuter, Mette Friis, says that she will not vote at all.
The unions demand more drivers and warn of strikes in the spring.
The ministry refused to release its report before the vote.
"We will appeal," the rail union said.
On Thursday the council of Aarhus voted to support the unions.
Two stations near Vejle have been shut since the storm.
The minister of transport apologised to passengers on television.
Polls give the premier 41 percent.
A court in Kolding is to rule on the tender on Monday.
The builders have threatened to walk out.
Fares rise again in January.`;

const claims = readClaims({ headline: 'A vote about trains', body: HOME.replaceAll('\n', ' ') }).claims;

describe('home affairs with a foreign name in them', () => {
  it('takes no missing side from what the report is about', () => {
    const told = claims.filter((c) => c.counterparts.includes('NOR')).map((c) => c.evidence[0].quote);
    expect(told.filter((quote) => !quote.includes('Norway'))).toEqual([]);
  });

  it('keeps the dealings whose two sides are named', () => {
    expect(claims.map((c) => [c.actors, c.counterparts].join('>'))).toContain('DNK>NOR');
  });
});

const SHOW = `The new musical at the harbour theatre sends Iceland to war with Malta over a recipe for fish soup.
In the second act Malta expels Iceland from the choir, and Iceland bans Maltese sweets.
The comedian who wrote it says that Malta has not replied to his invitation.
The choreographer walked out of the rehearsal in June and came back for the premiere.
Iceland and Malta sign their treaty in the last song, and the audience claps along.
Tickets are sold at the box office until Friday.
The orchestra plays in the street when it rains.
The festival ends on Sunday.`;

describe('a page about the stage', () => {
  it('takes no dealing of a play for one of governments', () => {
    expect(readClaims({ headline: 'Soup, songs and a small war', body: SHOW.replaceAll('\n', ' ') }).claims).toEqual(
      [],
    );
  });
});

const TURNS = `The Uruguayan ambassador was called home on Monday.
The harbour at Fray Bentos was quiet.
Montevideo demanded an apology by the end of the month.
The Paraguayan foreign ministry refused to give one.
Fishermen mended their nets.
Asunción has closed its consulate in Salto.
A brass band played on the quay.
Uruguay offered to send a mediator.
Nobody came.`;

describe('a report that tells the steps of two sides by turns', () => {
  it('takes the other side where a sentence names one', () => {
    const told = readClaims({ headline: 'A quarrel over a ferry', body: TURNS.replaceAll('\n', ' ') }).claims;
    const pairs = told.map((c) => `${c.plover} ${c.actors}>${c.counterparts}`);
    expect(pairs).toContain('REQUEST URY>PRY');
    expect(pairs).toContain('REJECT PRY>URY');
  });
});

const CAST = `The harbour at Banjul has been shut since the storm, and the market is short of rice.
Traders sleep beside their stalls.
The Gambian foreign minister refused to receive the envoy.
A tailor said that he had never seen so many flags in one street.
Dakar closed the bridge at Farafenni on Sunday.
Lorries wait in a line of four miles.
The Mauritanian president rejected the request for rice.
Buses run only to the edge of the town.
The ferry has no fuel.
Schools are to open again in May.`;

describe('a report in which the officials of three states act, each in a sentence of its own', () => {
  it('is one of dealings', () => {
    const { claims: told } = readClaims({ headline: 'A hungry spring', body: CAST.replaceAll('\n', ' ') });
    expect(told.map((c) => c.actors.join())).toContain('MRT');
  });
});

const LATE = `The Uruguayan government offered shorter shifts to its dockers on Monday.
The harbour at Fray Bentos was quiet.
Montevideo said the ministry had accused a minority of burning tyres.
Fishermen mended their nets.
A brass band played on the quay.
Paraguay asked Uruguay on Tuesday to let its barges pass.
The Paraguayan foreign ministry said Uruguay had refused.`;

describe('a report on home affairs that comes to a neighbour late', () => {
  it('does not make the neighbour the target of what stands before', () => {
    const told = readClaims({ headline: 'Dockers on strike', body: LATE.replaceAll('\n', ' ') }).claims;
    const pairs = told.map((c) => `${c.plover} ${c.actors}>${c.counterparts}`);
    expect(pairs).toContain('REQUEST PRY>URY');
    expect(pairs).not.toContain('AGREE URY>PRY');
    expect(pairs).not.toContain('ACCUSE URY>PRY');
  });
});
