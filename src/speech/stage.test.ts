import { describe, expect, it } from 'vitest';
import { readSpeech, rules } from '../../eval/speech-reading.ts';
import { attributionOf } from '../model/attribution.ts';
import type { AttributionLink, Span } from '../model/index.ts';
import { speechOf } from './stage.ts';

const show = (l: AttributionLink): string =>
  `${l.link}:${l.name ?? l.role ?? '-'}${l.state === null ? '' : `/${l.state}`}`;

/** Cue, what is said and the chain of every utterance of a text. */
function said(text: string): string[] {
  return readSpeech({ text }).utterances.map((u) => {
    const words = u.content.map((c) => text.slice(c.start, c.end)).join(' … ');
    return `${u.chain.map(show).join(' > ')} [${u.quoted}] ${words}`;
  });
}

/** Whose word the given words of a text are. */
function whose(text: string, words: string): string {
  const at = text.indexOf(words);
  const span: Span = { start: at, end: at + words.length };
  const { chain, quoted } = attributionOf(readSpeech({ text }).utterances, span);
  return `${chain.map(show).join(' > ')} [${quoted}]`;
}

describe('chains', () => {
  it('keeps two speakers of one sentence apart', () => {
    expect(said('Quito said that the post was its own, while Lima maintained that it lay across the line.')).toEqual([
      'organ:Quito/ECU [none] the post was its own',
      'organ:Lima/PER [none] it lay across the line',
    ]);
  });

  it('names an office of the lead by the full name that follows', () => {
    const text = 'The round has ended, Latvia’s foreign minister said. “Both moved,” Ilze Bruvere told reporters.';
    expect(whose(text, 'The round')).toBe('speaker:Ilze Bruvere/LVA [none]');
    expect(whose(text, 'Both moved')).toBe('speaker:Ilze Bruvere/LVA [verbatim]');
  });

  it('keeps people of one surname apart', () => {
    expect(said('Nadia Brunner said the file was shut. Karl Brunner said it was not.')).toEqual([
      'speaker:Nadia Brunner [none] the file was shut',
      'speaker:Karl Brunner [none] it was not',
    ]);
  });

  it('does not take a guest for a national of the state he visits', () => {
    const text =
      'Tavo Quenaya arrived in Quito on Monday for talks on fish. Ecuador and Peru disagree over Peru’s boats. Minister Quenaya said the list was short.';
    expect(whose(text, 'the list')).toBe('speaker:Quenaya/PER [none]');
  });

  it('leaves an aside in the plain past to the reporter', () => {
    const text = 'The ban, which Lima imposed in 2008, would stay, a Chilean envoy said.';
    expect(whose(text, 'Lima imposed in 2008')).toBe('narrator:- [none]');
    expect(whose(text, 'would stay')).toBe('speaker:Chilean envoy/CHL [none]');
  });

  it('reads a noun of account as speech of its owner', () => {
    expect(said('Kigali’s account is that nothing was discussed.')).toEqual([
      'organ:Kigali/RWA [none] nothing was discussed',
    ]);
  });

  it('follows an agency that cites somebody as saying', () => {
    expect(
      said('The Interfax news agency cited Deputy Foreign Minister Pavel Sorokin as saying that talks had begun.'),
    ).toEqual(['speaker:Pavel Sorokin > agency:Interfax [none] talks had begun']);
  });

  it('puts the source that an agency cites first', () => {
    expect(said('The talks were put off, Reuters reported, citing two officials.')).toEqual([
      'speaker:two officials > agency:Reuters [none] The talks were put off',
    ]);
  });

  it('names the organ after its spokesman', () => {
    expect(said('“We wait,” Lithuanian Foreign Ministry spokesman Jonas Balsys said.')).toEqual([
      'speaker:Jonas Balsys/LTU > organ:Foreign Ministry/LTU [verbatim] We wait',
    ]);
  });

  it('gives a capital its state', () => {
    expect(said('The ship had left, Oslo insisted.')).toEqual(['organ:Oslo/NOR [none] The ship had left']);
  });

  it('gives no state to a diplomat by the city he is in, nor to officials of two capitals', () => {
    expect(said('The list is ready, a diplomat in Addis Ababa said.')).toEqual([
      'speaker:diplomat in Addis Ababa [none] The list is ready',
    ]);
    expect(said('The line is ready, energy officials in Riga and Tallinn said.')).toEqual([
      'speaker:energy officials in Riga and Tallinn [none] The line is ready',
    ]);
  });

  it('makes the publishing outlet a link only where it names itself', () => {
    expect(said('An official told this paper that the note had been returned.')).toEqual([
      'speaker:official > outlet:this paper [none] the note had been returned',
    ]);
  });

  it('carries a pronoun and a bare noun back to the speaker before', () => {
    const text =
      'Estonian Foreign Minister Tanel Raud said the note was false. He added that visas would be refused. The minister also said the fee would rise.';
    expect(whose(text, 'visas would be refused')).toBe('speaker:Tanel Raud/EST [none]');
    expect(whose(text, 'the fee would rise')).toBe('speaker:Tanel Raud/EST [none]');
  });
});

describe('who is meant', () => {
  it('trusts the side the actors stage found for a named minister more than the place of the dateline', () => {
    const text =
      'CHONGQING, March 14 – Ghana and China discussed cocoa here. Trade Minister Kofi Adomako said the talks were frank. His Chinese counterpart, Wu Lan, left early.';
    expect(whose(text, 'the talks were frank')).toBe('speaker:Kofi Adomako/GHA [none]');
  });

  it('lets "he" of a sentence be who does the deed it tells', () => {
    const text = 'A negotiator, speaking by telephone, rejected the word that, he said, the Croatian side had used.';
    expect(whose(text, 'the Croatian side had used')).toBe('speaker:negotiator [none]');
  });

  it('does not take an office for the man whose title has its words', () => {
    const text =
      'British Foreign Office minister Ian Rudge said the gate was shut. The Foreign Office says a bill was sent.';
    expect(whose(text, 'a bill was sent')).toBe('organ:Foreign Office/GBR [none]');
  });

  it('names who carries a version after whose it is', () => {
    const text = 'According to Tallinn’s version, carried by the Estonian news agency BNS, the gate is open.';
    expect(whose(text, 'the gate is open')).toBe('organ:Tallinn/EST > agency:Estonian news agency BNS/EST [none]');
  });

  it('gives what a communique holds to its makers, and what a treaty holds to nobody', () => {
    const communique = 'Envoys signed a communique under which Niger will open the road.';
    expect(whose(communique, 'Niger will open the road')).toBe('organ:communique [none]');
    expect(whose('Under the joint statement, both will pay.', 'both will pay')).toBe('organ:joint statement [none]');
    const treaty = 'Envoys signed a treaty under which Niger will open the road.';
    expect(whose(treaty, 'Niger will open the road')).toBe('narrator:- [none]');
  });

  it('places an organ of the presidency by the capital its sentence is set in', () => {
    const text = 'The envoy was received in Lima, the Presidential Press Unit said.';
    expect(whose(text, 'was received')).toBe('organ:Presidential Press Unit/PER [none]');
  });

  it('goes on with a speaker over a sentence in the tense of indirect speech', () => {
    const told = 'The Latvian envoy said the port was closed.';
    expect(whose(`${told} It would open in June.`, 'open in June')).toBe('speaker:Latvian envoy/LVA [none]');
    for (const own of ['It opened in May.', 'A ship would have sunk there.', '\n\nIt would open in June.'])
      expect(whose(`${told} ${own}`, own.trim())).toBe('narrator:- [none]');
    expect(whose('The Latvian envoy had no comment. The port would open.', 'port would open')).toBe(
      'narrator:- [none]',
    );
  });

  it('hears the people briefed on a matter, not the matter', () => {
    expect(said('Two people briefed on the talks told Meridian that Oslo had asked for more time.')[0]).toBe(
      'speaker:Two people briefed on the talks > outlet:Meridian [none] Oslo had asked for more time',
    );
  });
});

describe('whose word a stretch is', () => {
  const text =
    'Latvia closed its consulate in May. Kuldar Mets, the Estonian prime minister, said the Latvian government had denied that the men were held. “They are safe,” he said.';

  it('is the narrator’s where nobody is named', () => {
    expect(whose(text, 'closed its consulate')).toBe('narrator:- [none]');
  });

  it('is the inner speaker’s first, then who reports it', () => {
    expect(whose(text, 'the men were held')).toBe('organ:government/LVA > speaker:Kuldar Mets/EST [none]');
  });

  it('is verbatim inside quotation marks', () => {
    expect(whose(text, 'They are safe')).toBe('speaker:Kuldar Mets/EST [verbatim]');
  });

  it('keeps an offer told by another with the one who tells it', () => {
    expect(
      whose('Georgia had offered to host the talks, the Armenian envoy said.', 'offered to host the talks'),
    ).toMatch(/^speaker:.*\/ARM/);
  });
});

describe('the third state of quotation', () => {
  it.each([
    ['We are ready to sign, said the Malian foreign minister.', 'marks-lost'],
    ['We have agreed to finish by May," Secretary Umar Farooqi told reporters.', 'marks-lost'],
    ['– The study is not a promise, the minister stressed.', 'verbatim'],
    ['The minister said the pair had engaged in “activities outside their status”.', 'partly'],
    ['The minister said the pair had left.', 'none'],
  ])('%s', (text, quoted) => {
    expect(readSpeech({ text }).utterances[0]?.quoted).toBe(quoted);
  });
});

describe('marks on an utterance', () => {
  it('tells a claim about another government’s mind', () => {
    const about = (text: string): boolean | undefined => readSpeech({ text }).utterances[0]?.ofAnotherMind;
    expect(about('The Georgian minister said Armenia wants the road closed.')).toBe(true);
    expect(about('The Georgian minister said Georgia wants the road closed.')).toBe(false);
  });

  it('knows a refusal to speak from speech', () => {
    const text = 'Georgian ministry officials declined to comment on the ship.';
    const { utterances } = readSpeech({ text });
    expect(utterances.every((u) => u.negated)).toBe(true);
    expect(whose(text, 'on the ship')).toBe('narrator:- [none]');
  });

  it('quotes the report exactly and names every utterance’s rule', () => {
    const text = "“Not yet,” Brandt said. ``Never,'' said Okafor. According to Oslo, nobody left.";
    for (const u of readSpeech({ text }).utterances) {
      expect(u.rule).toMatch(/^speech\/en\//);
      for (const s of [u.cue, u.source, ...u.content]) expect(s.start < s.end && s.end <= text.length).toBe(true);
    }
  });
});

it('gives nothing for an empty report and stays within bounds on hostile ones', () => {
  const report = {
    id: 'r',
    source: '',
    format: 'text',
    text: '',
    blocks: [],
    headline: null,
    outlet: null,
    agency: null,
    byline: null,
    dateline: null,
    published: null,
    language: null,
  };
  expect(speechOf({ report, sentences: [], actors: [] }, rules).value).toEqual([]);
  const text = '"x," he said, "y," she said; '.repeat(400);
  const before = performance.now();
  expect(readSpeech({ text }).utterances.length).toBeGreaterThan(0);
  expect(performance.now() - before).toBeLessThan(60_000);
});
