/** Whom words that name nobody stand for, and what that makes of the sides of a claim; in invented text. */
import { describe, expect, it } from 'vitest';
import { readClaims, shown } from '../../eval/claims-reading.ts';

const lines = (body: string): string[] =>
  readClaims({ body: `${body} It rained in the north. Fog came.` }).claims.map(shown);

describe('lands told by what they are', () => {
  it('takes the land of a region for one that lies in it and is not the one who acts', () => {
    const text =
      'Denmark recalled its envoy from Qatar on Monday. On Tuesday Egypt accused the Gulf state of arming rebels.';
    expect(lines(text)).toContain('ACCUSE EGY>QAT alleged');
  });

  it('takes a realm for the one that speaks in the sentence', () => {
    const text =
      'Sweden quarrelled with Iceland for years. Denmark’s ministry said the kingdom was cutting ties with Iceland.';
    expect(lines(text)).toContain('SANCTION DNK>ISL happened');
  });

  it('follows a pronoun that acts to the land meant by "the country"', () => {
    const text =
      'The junta in Chad accused Libyan forces of theft. “We see a plot run by Libyan forces,” they added. The country’s army also accused Sudan of meddling.';
    expect(lines(text)).toContain('ACCUSE TCD>SDN alleged');
  });
});

describe('one of two', () => {
  it('tells the former from the latter', () => {
    const text =
      'Norway and Latvia have quarrelled since May. The former has expelled two envoys of the latter. The latter has protested to the former.';
    expect(lines(text)).toContain('SANCTION NOR>LVA happened');
  });
});

describe('rulers told by what they rule', () => {
  it('gives a junta to the land it rules', () => {
    const text = 'Many lands cut links with Spain. The junta ruling Gabon has expelled two Spanish diplomats.';
    expect(lines(text)).toContain('SANCTION GAB>ESP happened');
  });
});

describe('bodies that one joins', () => {
  it('counts the body among those who are bound', () => {
    expect(lines('Denmark and Latvia became full members of NATO in 2004.')).toContain('SUPPORT DNK+LVA+NATO happened');
  });
});

const QUARREL = 'Norway and Latvia have quarrelled since May. Norway warned Latvia on Sunday.';

describe('pronouns and owners', () => {
  it('takes "it" in what a side announces for that side', () => {
    const text =
      'Both Chad and Libya have expelled envoys, when on Tuesday Libya announced it was banning Chadians from leaving.';
    expect(lines(`${text} Chad warned Libya.`)).toContain('COERCE LBY>TCD planned');
  });

  it('counts each of two possessives before an office', () => {
    const text = 'The agreements were reached by Chad’s and Libya’s presidents last year. Chad thanked Libya.';
    expect(lines(text)).toContain('AGREE TCD+LBY agreed');
  });

  it('gives an international court to no land', () => {
    const text = `${QUARREL} An international tribunal in Vienna dismissed the Latvian claim in 2016.`;
    expect(lines(text).some((line) => line.includes('AUT'))).toBe(false);
  });

  it('leaves an opposition out of "both countries"', () => {
    const text =
      'Colombia never recognised Nicolas Maduro of Venezuela. It backed Juan Guaido instead. Colombia met Venezuela. Relations between both countries were broken off in 2019.';
    expect(lines(text)).toContain('SANCTION COL+VEN happened');
  });
});

describe('who is meant', () => {
  it('takes "her" for a land where no woman was spoken of', () => {
    const text = `${QUARREL} Chad and Libya met. In May Chad closed its borders with her immediate neighbour, Libya.`;
    expect(lines(text)).toContain('SANCTION TCD>LBY happened');
  });

  it('takes "it" for the body that others do something to', () => {
    const text =
      'Kosovo declared its independence from Serbia in 2008, with most states including France recognising it.';
    expect(lines(`${text} Kosovo thanked France.`)).toContain('SUPPORT FRA>XKX happened');
  });

  it('finds the two ministers who were named with their office', () => {
    const text =
      'Norwegian foreign minister Ana Berg and Latvian foreign minister Ivo Kalns met in May. Talks were hosted in Bern by Swiss foreign minister Ugo Frey with Danish, Finnish and Polish envoys.';
    expect(lines(`${text} The foreign ministers did not sign an agreement.`)).toContain('none NOR+LVA denied');
  });

  it('gives an office without a land to whom the sentence before was mainly about', () => {
    const text =
      'Peru quarrels with Chile. Peru recalled its envoy from Chile over matters between Lima and Santiago. The Minister of Foreign Affairs also met Brazilian president Ana Reis.';
    expect(lines(text)).toContain('CONSULT PER+BRA happened');
  });

  it('lets the noun say whose objection it is', () => {
    expect(lines(`${QUARREL} Norway signed a pact with Chad despite objections from Latvia.`)).toContain(
      'REJECT LVA>NOR happened',
    );
  });

  it('gives words behind a relative clause to the speaker above it', () => {
    const text = `${QUARREL} Latvia condemned the coup that ousted Norwegian president Ole Berg and called for new talks.`;
    expect(lines(text)).toContain('REQUEST LVA>NOR demanded');
  });
});

describe('who takes part', () => {
  it('keeps a third out that only what is agreed on names', () => {
    expect(lines(`${QUARREL} The two sides agreed to stay away from talks with Denmark.`)).toContain(
      'AGREE NOR+LVA agreed',
    );
  });

  it('lets the members of an organisation meet among themselves', () => {
    const text = `${QUARREL} Arab League leaders are to hold a meeting in Cairo on the Norwegian plan.`;
    expect(lines(text)).toContain('CONSULT LAS planned');
  });

  it('counts who attends a meeting with those who met', () => {
    const text = 'Norwegian president Ole Berg met his Latvian counterpart in Oslo on Sunday.';
    const more = 'The Sunday meeting was attended by Danish prime minister Bo Lind. Norway thanked Latvia.';
    expect(lines(`${text} ${more}`)).toContain('CONSULT DNK+NOR+LVA happened');
  });

  it('takes ties broken off between two for the doing of both', () => {
    expect(lines(`${QUARREL} Relations between Norway and Latvia were broken off in 2019.`)).toContain(
      'SANCTION NOR+LVA happened',
    );
  });
});

describe('sides that a deed told before gives', () => {
  it('finds whom one more side does it to', () => {
    const text = 'Norway cut ties with Latvia on Monday. Denmark recalled its ambassador. Sweden met Finland.';
    expect(lines(text)).toContain('SANCTION DNK>LVA happened');
  });

  it('lets who asked wait for the answer', () => {
    const text = `${QUARREL} Denmark asked Latvia in a letter to free a crew. Latvia has yet to answer.`;
    expect(lines(text)).toContain('REJECT LVA>DNK ongoing');
  });

  it('knows a deed again by its noun', () => {
    const text = 'Norway expelled two Latvian diplomats. The expulsion comes amid poor ties between Norway and Latvia.';
    expect(lines(text).filter((line) => line.startsWith('SANCTION'))).toEqual(['SANCTION NOR>LVA happened']);
  });
});

describe('moves and those who make them', () => {
  it('aims what is said of a move at whoever made it', () => {
    const text = 'Palau broke ties with Taiwan on Monday. Taiwan condemned the move. China hailed Palau.';
    expect(lines(text)).toContain('ACCUSE TWN>PLW happened');
  });

  it('takes whoever switches for the doer', () => {
    const text = 'Palau switched diplomatic recognition from Taiwan to China on Monday. China thanked Palau.';
    expect(lines(`${text} Taiwan warned China.`)).toContain('SUPPORT PLW>CHN happened');
  });

  it('hands the side of a place to the verb beside, also where a pronoun does it', () => {
    const text =
      'Taiwan announced that it would end aid programs and withdraw personnel from its embassy in Palau. China warned Taiwan. Palau thanked China.';
    expect(lines(text)).toContain('SANCTION TWN>PLW planned');
  });

  it('takes the name right before a participle for its doer', () => {
    const text = `${QUARREL} Norway announced the return of its envoy against the backdrop of Latvia carrying out strikes inside its territory.`;
    expect(lines(text)).toContain('ASSAULT LVA>NOR happened');
  });

  it('knows an own envoy by the name of the land', () => {
    expect(lines(`${QUARREL} Oslo summoned Norway’s envoy to Riga for consultations.`)).toContain(
      'SANCTION NOR>LVA happened',
    );
  });

  it('leaves organisations out of "the leaders"', () => {
    const text =
      'Chad and Libya quarrel over a border. Chad warned Libya. NATO and the European Union watch. Norway sent a letter to the leaders on Sunday.';
    expect(lines(text).some((line) => line.includes('NATO'))).toBe(false);
  });

  it('gives a spokesman to the side whose plans he tells', () => {
    const text =
      'After Chad severed ties with Libya, Government Spokesman Omar Zadran says Tripoli has formed a committee and will explore ways out. Chad warned Libya. Zadran lamented the move.';
    expect(lines(text)).toContain('ACCUSE LBY>TCD happened');
  });
});

describe('outsiders', () => {
  it('asks both who quarrel to keep calm', () => {
    expect(lines(`${QUARREL} Latvia thanked Norway. The Arab League called for dialogue.`)).toContain(
      'REQUEST LAS>LVA+NOR demanded',
    );
  });

  it('leaves open which of the two an outsider blames without a name', () => {
    const text = `${QUARREL} Denmark met Sweden. Chad condemns any breach of the treaty.`;
    expect(lines(text)).toContain('ACCUSE TCD happened');
  });

  it('takes a supreme security council for no organ of the United Nations', () => {
    const text = `${QUARREL} On Monday Latvia’s prime minister met the Supreme Security Council, which decided to close the airspace.`;
    expect(lines(text).some((line) => line.includes('UN'))).toBe(false);
  });

  it('reads who defends its own deed as supporting nobody', () => {
    const text = `${QUARREL} Latvian officers stormed the Norwegian embassy. The Latvian government defended the raid.`;
    expect(lines(text).some((line) => line.startsWith('SUPPORT'))).toBe(false);
  });
});

describe('lists, lines and answers', () => {
  it('takes the place of what is listed beside another place', () => {
    const text = `${QUARREL} Norwegian forces launched missile strikes against camps in Chad and a chemical plant in Sudan.`;
    expect(lines(text)).toContain('ASSAULT NOR>TCD+SDN happened');
  });

  it('keeps the names of a border out of the sides', () => {
    const text = 'Chad has agreed to allow all Dutch nationals to leave, but only by a route to the Chad-Libya border.';
    expect(lines(`${text} Chad met the Netherlands. Libya waits.`)).toContain('AGREE TCD>NLD agreed');
  });

  it('lets those who quarrel answer an outsider’s offer', () => {
    const text = `${QUARREL} Latvia thanked Norway. Denmark’s offer to mediate was not taken up.`;
    expect(lines(text)).toContain('REJECT LVA+NOR>DNK happened');
  });

  it('takes what an outsider says of a joint text for both who made it', () => {
    const text = 'Chad and Libya signed an accord on Monday. Libya thanked Chad. Norway welcomed the accord.';
    expect(lines(text)).toContain('SUPPORT NOR>LBY+TCD happened');
  });
});

describe('whom and where it goes to', () => {
  it('asks nobody by name where friends are asked', () => {
    const text = `${QUARREL} Latvia expelled a Norwegian envoy. Norway urged its friends not to support Latvia.`;
    expect(lines(text)).toContain('REQUEST NOR demanded');
  });

  it('takes no visit to a region for one to the other side', () => {
    const text = `${QUARREL} The Latvian foreign minister arrived in the region.`;
    expect(lines(text).some((line) => line.startsWith('CONSULT'))).toBe(false);
  });

  it('reads the goal of a journey from the word before it', () => {
    expect(lines(`${QUARREL} Norwegian prime minister Ole Berg ended his Danish tour on Monday.`)).toContain(
      'CONSULT NOR>DNK happened',
    );
  });

  it('tells one journey once', () => {
    const text = `${QUARREL} Norwegian foreign minister Ana Berg travels to Denmark on Thursday, her first foreign visit since June.`;
    expect(lines(text).filter((line) => line.startsWith('CONSULT'))).toEqual(['CONSULT NOR>DNK planned']);
  });

  it('reads an own envoy summoned as one called home', () => {
    expect(lines(`${QUARREL} Sudan summoned its ambassador to Egypt for consultations on Monday.`)).toContain(
      'SANCTION SDN>EGY happened',
    );
  });
});
