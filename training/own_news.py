"""Writes invented news sentences with their trees, from a small grammar. Out: training/data/own-news.conllu (seeded)."""
import random
import sys

R = random.Random(41)
pick = R.choice
chance = lambda p: R.random() < p


class W:
    """A word with its dependents to the left and to the right, in order."""

    def __init__(self, form, upos, xpos, rel='dep', left=(), right=(), tight=False):
        self.form, self.upos, self.xpos, self.rel = form, upos, xpos, rel
        self.left, self.right, self.tight = list(left), list(right), tight

    def as_(self, rel):
        self.rel = rel
        return self

    def words(self):
        for w in self.left:
            yield from w.words()
        yield self
        for w in self.right:
            yield from w.words()


def p(form, rel, upos, xpos, **k):
    return W(form, upos, xpos, rel, **k)


comma = lambda: W(',', 'PUNCT', ',', 'punct', tight=True)
det = lambda f: W(f, 'DET', 'DT', 'det')
case = lambda f: W(f, 'ADP', 'IN', 'case')
adj = lambda f, x='JJ': W(f, 'ADJ', x, 'amod')
name = lambda f, rel='compound': W(f, 'PROPN', 'NNP', rel)
cc = lambda f='and': W(f, 'CCONJ', 'CC', 'cc')
poss = lambda: W("'s", 'PART', 'POS', 'case', tight=True)

COUNTRY = '''Russia China Iran Israel Turkey Ukraine India Pakistan Japan Egypt Qatar Kenya Poland France Germany Spain Italy Brazil
Mexico Canada Norway Sweden Finland Greece Serbia Armenia Georgia Azerbaijan Sudan Ethiopia Somalia Nigeria Syria Iraq Lebanon Jordan
Yemen Oman Kuwait Libya Tunisia Algeria Morocco Cuba Venezuela Colombia Peru Chile Bolivia Vietnam Thailand Cambodia Myanmar
Bangladesh Nepal Afghanistan Kazakhstan Uzbekistan Belarus Moldova Romania Hungary Austria Denmark Estonia Latvia Lithuania
Moscow Beijing Tehran Ankara Kyiv Washington London Berlin Paris Tokyo Seoul Pyongyang Islamabad Kabul Cairo Riyadh Doha Belgrade
Caracas Havana Minsk Warsaw Rabat Algiers Ottawa Taipei Hanoi Khartoum'''.split()
DEMONYM = '''Russian Chinese Iranian Israeli Turkish Ukrainian Indian Pakistani Japanese Egyptian Qatari Kenyan Polish French German
Spanish Italian Brazilian Mexican Canadian Norwegian Swedish Greek Serbian Armenian Georgian Syrian Iraqi Lebanese Jordanian Saudi
Yemeni Libyan Cuban Venezuelan Colombian Vietnamese Thai Afghan Belarusian Romanian Hungarian Danish Estonian British American
European Palestinian Korean Sudanese Ethiopian Somali'''.split()
CITY = '''Geneva Vienna Moscow Beijing Tehran Ankara Kyiv Washington London Berlin Paris Tokyo Seoul Cairo Riyadh Doha Brussels Rome
Madrid Warsaw Prague Nairobi Kampala Jakarta Manila Bangkok Minsk Tbilisi Yerevan Baku Astana Havana Lima Bogota Amman Muscat'''.split()
GIVEN = '''Anna Sergei Ivan Maria Li Chen Ali Hassan Omar Fatima Yusuf John James Michael Sarah David Anwar Rajiv Priya Kenji Yuki Lars
Ingrid Pavel Olga Dmitri Nadia Emeka Amara Kwame Jorge Carlos Lucia Elena Marek Ewa Tomas Petra Hamid Reza Leyla Mehmet Aziz Samir
Tariq Imran Nguyen Park Lee Min Boris Zoran Jelena Andrei Viktor Hugo Pedro'''.split()
FAMILY = '''Ruta Brandt Okafor Lindt Petrov Carver Wen Haidari Moreau Kowalski Novak Tanaka Sharma Rahman Demir Yilmaz Haddad Mansour
Abebe Mwangi Diallo Costa Silva Romero Vargas Jensen Larsen Nilsson Weber Keller Rossi Conti Papadakis Popescu Horvat Marin Sokolov
Orlov Zaytsev Karimov Aliyev Sarkis Berg Falk Stone Walker Reed Hayes Boyd Grant Farouk Nasser Saleh Tran Pham Kim Choi Sato'''.split()
DAY = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
MONTH = 'January February March April June July August September October November December Jan. Feb. Sept. Oct. Nov. Dec.'.split()
NUMBERS = 'two three four five six seven eight nine ten 12 15 20 27 35 40 120'.split()
PEOPLE = '''diplomats officials envoys soldiers lawmakers analysts ministers troops prisoners journalists migrants officers civilians
rebels negotiators inspectors ambassadors residents activists workers leaders'''.split()
THING = '''agreement deal proposal resolution treaty decision plan ceasefire memorandum visa ban dispute crisis blockade border
embassy consulate mission meeting summit contract protest appeal pact accord'''.split()
ADJS = '''joint bilateral new final military economic temporary tough constructive peaceful nuclear strategic separate high-level
diplomatic political draft immediate lasting controversial planned'''.replace('high-level', 'broad').split()
NOUN_OF = '''pressure sanctions talks negotiations relations tensions consequences measures concerns violations threats claims reports
accusations tariffs imports weapons flights ties contacts consultations demands charges attacks'''.split()
# base, past, participle, third person, -ing; objects they take
VERBS = {
    'people': [('expel', 'expelled', 'expelled', 'expels', 'expelling'), ('detain', 'detained', 'detained', 'detains', 'detaining'),
               ('release', 'released', 'released', 'releases', 'releasing'), ('summon', 'summoned', 'summoned', 'summons', 'summoning'),
               ('arrest', 'arrested', 'arrested', 'arrests', 'arresting'), ('recall', 'recalled', 'recalled', 'recalls', 'recalling'),
               ('invite', 'invited', 'invited', 'invites', 'inviting'), ('deport', 'deported', 'deported', 'deports', 'deporting')],
    'thing': [('sign', 'signed', 'signed', 'signs', 'signing'), ('reject', 'rejected', 'rejected', 'rejects', 'rejecting'),
              ('condemn', 'condemned', 'condemned', 'condemns', 'condemning'), ('suspend', 'suspended', 'suspended', 'suspends', 'suspending'),
              ('approve', 'approved', 'approved', 'approves', 'approving'), ('criticize', 'criticized', 'criticized', 'criticizes', 'criticizing'),
              ('close', 'closed', 'closed', 'closes', 'closing'), ('lift', 'lifted', 'lifted', 'lifts', 'lifting'),
              ('extend', 'extended', 'extended', 'extends', 'extending'), ('violate', 'violated', 'violated', 'violates', 'violating'),
              ('ratify', 'ratified', 'ratified', 'ratifies', 'ratifying'), ('welcome', 'welcomed', 'welcomed', 'welcomes', 'welcoming'),
              ('break', 'broke', 'broken', 'breaks', 'breaking'), ('draw', 'drew', 'drawn', 'draws', 'drawing'),
              ('support', 'supported', 'supported', 'supports', 'supporting'), ('discuss', 'discussed', 'discussed', 'discusses', 'discussing')],
    'none': [('collapse', 'collapsed', 'collapsed', 'collapses', 'collapsing'), ('resume', 'resumed', 'resumed', 'resumes', 'resuming'),
             ('begin', 'began', 'begun', 'begins', 'beginning'), ('end', 'ended', 'ended', 'ends', 'ending'),
             ('continue', 'continued', 'continued', 'continues', 'continuing'), ('fail', 'failed', 'failed', 'fails', 'failing'),
             ('open', 'opened', 'opened', 'opens', 'opening'), ('stall', 'stalled', 'stalled', 'stalls', 'stalling')],
}
SAY = ['said'] * 7 + ['added', 'announced', 'confirmed', 'warned', 'stressed', 'noted', 'insisted', 'declared', 'claimed', 'explained']
SAY_BARE = ['said'] * 9 + ['added', 'announced', 'warned', 'noted', 'explained']


def weekday(rel='obl:unmarked', with_on=None):
    on = chance(0.4) if with_on is None else with_on
    return W(pick(DAY), 'PROPN', 'NNP', 'obl' if on else rel, [case('on')] if on else [])


def when():
    k = R.randrange(9)
    if k < 5:
        return weekday()
    if k == 5:
        return W(pick(['week', 'month', 'year']), 'NOUN', 'NN', 'obl:unmarked', [adj(pick(['last', 'next']))])
    if k == 6:
        return W(pick(['evening', 'morning', 'night']), 'NOUN', 'NN', 'obl:unmarked', [name(pick(DAY))])
    if k == 7:
        m = W(pick(MONTH), 'PROPN', 'NNP', 'compound')
        return W(str(R.randrange(1, 29)), 'NUM', 'CD', 'obl', [case('on'), m])
    return W(pick(['yesterday', 'today', 'tomorrow']), 'NOUN', 'NN', 'obl:unmarked')


def place(rel='obl'):
    return W(pick(CITY), 'PROPN', 'NNP', rel, [case('in')])


def country(rel='nsubj'):
    k = R.randrange(8)
    if k == 0:
        states = W('States', 'PROPN', 'NNPS', rel, [det('the'), W('United', 'ADJ', 'NNP', 'amod')])
        return states
    if k == 1:
        return W(pick(['Kremlin', 'Pentagon', 'Vatican']), 'PROPN', 'NNP', rel, [det('the')])
    if k == 2:
        return W('Korea', 'PROPN', 'NNP', rel, [W(pick(['North', 'South']), 'ADJ', 'NNP', 'amod')])
    return W(pick(COUNTRY), 'PROPN', 'NNP', rel)


def body(rel='nsubj'):
    k = R.randrange(8)
    upper = chance(0.5)
    if k == 0:
        return W('Ministry' if upper else 'ministry', *(('PROPN', 'NNP') if upper else ('NOUN', 'NN')), rel,
                 [det('the'), W('Foreign', 'ADJ', 'NNP', 'amod') if upper else adj('foreign')])
    if k == 1:
        return W('Council', 'PROPN', 'NNP', rel, [det('the'), name(pick(['U.N.', 'UN'])), name('Security')])
    if k == 2:
        return W('ministry', 'NOUN', 'NN', rel, [W(pick(COUNTRY), 'PROPN', 'NNP', 'nmod:poss', [], [poss()]), W('defense', 'NOUN', 'NN', 'compound')])
    if k == 3:
        return W('government', 'NOUN', 'NN', rel, [det('the'), adj(pick(DEMONYM))])
    if k == 4:
        return W('House', 'PROPN', 'NNP', rel, [det('the'), W('White', 'ADJ', 'NNP', 'amod')])
    if k == 5:
        return W('Union', 'PROPN', 'NNP', rel, [det('the'), W('European', 'ADJ', 'NNP', 'amod')])
    if k == 6:
        return W('officials', 'NOUN', 'NNS', rel, adjectives())
    return W(pick(['army', 'military', 'presidency', 'embassy', 'parliament', 'cabinet']), 'NOUN', 'NN', rel, [det('the'), adj(pick(DEMONYM))])


def adjectives():
    """One nationality, or several in a row."""
    k = R.randrange(4)
    first = adj(pick(DEMONYM))
    if k == 0:
        first.right = [W(pick(DEMONYM), 'ADJ', 'JJ', 'conj', [cc()])]
    elif k == 1:
        first.right = [W(pick(DEMONYM), 'ADJ', 'JJ', 'conj', [comma()]), W(pick(DEMONYM), 'ADJ', 'JJ', 'conj', [cc()])]
    elif k == 2 and chance(0.4):
        us = W(pick(['US', 'U.S.', 'EU', 'UN']), 'PROPN', 'NNP', 'compound')
        us.right = [W(pick(DEMONYM), 'ADJ', 'JJ', 'conj', [cc()])]
        return [us]
    return [first]


def title():
    """A title before a name: hangs on the name as nmod:desc."""
    k = R.randrange(11)
    front = [adj(pick(DEMONYM))] if chance(0.35) else [name(pick(['U.S.', 'US', 'UN', 'EU']))] if chance(0.15) else []
    if k == 0:
        return W('President', 'PROPN', 'NNP', 'nmod:desc', front)
    if k in (1, 2):
        return W('Minister', 'PROPN', 'NNP', 'nmod:desc', front + [W(pick(['Foreign', 'Prime', 'Foreign', 'Interior']), 'ADJ', 'NNP', 'amod')])
    if k == 3:
        return W('Minister', 'PROPN', 'NNP', 'nmod:desc', front + [name(pick(['Defense', 'Finance', 'Energy', 'Trade', 'Defence']))])
    if k == 4:
        return W('Secretary', 'PROPN', 'NNP', 'nmod:desc', front, [W('State', 'PROPN', 'NNP', 'nmod', [case('of')])])
    if k == 5:
        return W(pick(['Mr.', 'Dr.', 'Ms.', 'Gen.', 'Col.', 'Sen.', 'Mr', 'Gen']), 'PROPN', 'NNP', 'nmod:desc')
    if k == 6:
        low = chance(0.5)
        spoke = W(pick(['spokesman', 'spokeswoman', 'spokesperson']), 'NOUN', 'NN', 'nmod:desc', front)
        if low:
            spoke.left += [W('ministry', 'NOUN', 'NN', 'compound', [adj('foreign')])]
        else:
            spoke.left += [W('Ministry', 'PROPN', 'NNP', 'compound', [W('Foreign', 'ADJ', 'NNP', 'amod')])]
        return spoke
    if k == 7:
        return W(pick(['spokesman', 'chief', 'leader', 'envoy', 'adviser']), 'NOUN', 'NN', 'nmod:desc',
                 front + [W(pick(['government', 'police', 'opposition', 'army', 'embassy', 'security', 'party']), 'NOUN', 'NN', 'compound')])
    if k == 8:
        return W(pick(['Ambassador', 'Chancellor', 'Premier', 'King', 'General', 'Senator', 'Governor']), 'PROPN', 'NNP', 'nmod:desc', front)
    if k == 9:
        return W('minister', 'NOUN', 'NN', 'nmod:desc', front + [pick([adj('foreign'), adj('prime'), W('defense', 'NOUN', 'NN', 'compound')])])
    return W('President', 'PROPN', 'NNP', 'nmod:desc', front + [name('Vice')])


def bare_name(rel):
    w = W(pick(GIVEN), 'PROPN', 'NNP', rel)
    w.right = [W(pick(FAMILY), 'PROPN', 'NNP', 'flat')]
    if chance(0.08):
        w.right.append(W(pick(FAMILY), 'PROPN', 'NNP', 'flat'))
    return w


def office(rel='nsubj'):
    """An office with an article or owner, for appositions and plain subjects."""
    noun = pick([('minister', [adj('foreign')]), ('minister', [adj('prime')]), ('president', []), ('leader', []), ('spokesman', []),
                 ('ambassador', []), ('minister', [W('defense', 'NOUN', 'NN', 'compound')]), ('chief', [W('army', 'NOUN', 'NN', 'compound')])])
    k = R.randrange(3)
    if k == 0:
        return W(noun[0], 'NOUN', 'NN', rel, [W(pick(COUNTRY), 'PROPN', 'NNP', 'nmod:poss', [], [poss()])] + noun[1])
    if k == 1:
        return W(noun[0], 'NOUN', 'NN', rel, [det('the'), adj(pick(DEMONYM))] + noun[1])
    return W(noun[0], 'NOUN', 'NN', rel, [det(pick(['the', 'a']))] + noun[1], [W(pick(COUNTRY), 'PROPN', 'NNP', 'nmod', [case('of')])] if chance(0.4) else [])


def person(rel='nsubj', end=False):
    """A person in one of the ways reports name one; `end` where no closing comma may follow."""
    k = R.randrange(10)
    if k < 5:
        w = bare_name(rel) if chance(0.75) else W(pick(FAMILY), 'PROPN', 'NNP', rel)
        w.left = [title()]
        return w
    if k == 5:
        return W(pick(FAMILY), 'PROPN', 'NNP', rel)
    if k == 6:
        w = office(rel)
        w.right = w.right + [W_appos(bare_name('appos'), end)] if not w.right else w.right
        return w
    if k == 7:
        w = bare_name(rel)
        w.right.append(W_appos(office('appos'), end))
        return w
    if k == 8:
        return W('counterpart', 'NOUN', 'NN', rel, [p(pick(['his', 'her']), 'nmod:poss', 'PRON', 'PRP$'), adj(pick(DEMONYM))],
                 [W_appos(bare_name('appos'), end)] if chance(0.6) else [bare_name('appos')])
    return office(rel)


def W_appos(w, end):
    w.left = [comma()] + w.left
    if not end:
        w.right = w.right + [comma()]
    return w


def subject(rel='nsubj'):
    k = R.randrange(10)
    if k < 4:
        return person(rel)
    if k < 6:
        return body(rel)
    if k < 8:
        return country(rel)
    if k == 8:
        w = country(rel)
        w.right = [W(pick(COUNTRY), 'PROPN', 'NNP', 'conj', [cc()])]
        return w
    return W(pick(PEOPLE), 'NOUN', 'NNS', rel, adjectives())


def event(rel='nsubj'):
    """Talks between two sides, the expulsion of diplomats and the like."""
    k = R.randrange(4)
    if k == 0:
        side = country('nmod')
        side.left = [case('between')] + side.left
        other = country('conj')
        other.left = [cc()] + other.left
        side.right = side.right + [other]
        return W(pick(['Talks', 'Negotiations', 'Tensions', 'Relations', 'Clashes']).lower(), 'NOUN', 'NNS', rel, [], [side])
    if k == 1:
        return W(pick(['expulsion', 'arrest', 'detention', 'release']), 'NOUN', 'NN', rel, [det('the')],
                 [W(pick(PEOPLE), 'NOUN', 'NNS', 'nmod', [case('of'), W(pick(NUMBERS[:8]), 'NUM', 'CD', 'nummod')])])
    if k == 2:
        return W(pick(THING), 'NOUN', 'NN', rel, [det(pick(['the', 'this'])), adj(pick(ADJS))])
    return W(pick(['talks', 'negotiations', 'sanctions', 'measures']), 'NOUN', 'NNS', rel, [det('the')])


def thing(kind, rel='obj'):
    if kind == 'people':
        if chance(0.5):
            return W(pick(PEOPLE), 'NOUN', 'NNS', rel, [W(pick(NUMBERS), 'NUM', 'CD', 'nummod')] + ([adj(pick(DEMONYM))] if chance(0.6) else []))
        if chance(0.4):
            return W('ambassador', 'NOUN', 'NN', rel, [pick([det('the'), p('its', 'nmod:poss', 'PRON', 'PRP$')])] + [adj(pick(DEMONYM))] * chance(0.5))
        return person(rel, end=True)
    k = R.randrange(5)
    if k < 2:
        return W(pick(THING), 'NOUN', 'NN', rel, [det(pick(['the', 'a', 'the'])), adj(pick([a for a in ADJS if a[0] not in 'aeiou']))])
    if k == 2:
        return W(pick(NOUN_OF), 'NOUN', 'NNS', rel, [adj(pick(ADJS))] if chance(0.5) else [])
    if k == 3:
        return W(pick(['deal', 'row', 'talks', 'plan']), 'NOUN', 'NN', rel, [det('the'), W(pick(['gas', 'border', 'trade', 'grain', 'peace', 'prisoner']), 'NOUN', 'NN', 'compound')])
    return W(pick(THING), 'NOUN', 'NN', rel, [det('the')], [W(pick(COUNTRY), 'PROPN', 'NNP', 'nmod', [case('with')])])


def aux(f, x='MD', rel='aux'):
    return W(f, 'AUX', x, rel)


def tensed(verb, plural, rel):
    """The verb with its auxiliaries, active."""
    base, past, part, third, ing = verb
    k = R.randrange(10)
    neg = [W('not', 'PART', 'RB', 'advmod')] if chance(0.15) else []
    if k < 4 and not neg:
        return W(past, 'VERB', 'VBD', rel)
    if k < 4:
        return W(base, 'VERB', 'VB', rel, [aux('did', 'VBD')] + neg)
    if k < 6:
        return W(base, 'VERB', 'VB', rel, [aux(pick(['will', 'would', 'may', 'could', 'should', 'must', 'might']))] + neg)
    if k < 8:
        return W(part, 'VERB', 'VBN', rel, [aux(pick(['had', 'have' if plural else 'has']), 'VBD' if chance(0) else ('VBP' if plural else 'VBZ'))] + neg)
    if k == 8:
        return W(ing, 'VERB', 'VBG', rel, [aux('are' if plural else 'is', 'VBP' if plural else 'VBZ')] + neg)
    return W(base if plural else third, 'VERB', 'VBP' if plural else 'VBZ', rel)


def plural_of(s):
    return s.xpos in ('NNS', 'NNPS') and s.form != 'States' or any(w.rel == 'conj' and w.upos == 'PROPN' for w in s.right)


def fix_had(v):
    for a in v.left:
        if a.form == 'had':
            a.xpos = 'VBD'
    return v


def clause(rel='root', time=True):
    """A clause in the active or passive."""
    k = R.randrange(10)
    if k < 5:
        kind = pick(['people', 'thing', 'thing'])
        s = subject()
        v = fix_had(tensed(pick(VERBS[kind]), plural_of(s), rel))
        v.left = [s] + v.left
        v.right = [thing(kind)]
    elif k < 7:
        s = event()
        v = fix_had(tensed(pick(VERBS['none']), plural_of(s), rel))
        v.left = [s] + v.left
    elif k < 9:
        kind = pick(['people', 'thing'])
        s = thing(kind, 'nsubj:pass')
        if s.rel != 'nsubj:pass':
            s.rel = 'nsubj:pass'
        verb = pick(VERBS[kind])
        many = plural_of(s)
        be = [aux('were' if many else 'was', 'VBD', 'aux:pass')] if chance(0.6) else \
            [aux('have' if many else 'has', 'VBP' if many else 'VBZ'), aux('been', 'VBN', 'aux:pass')] if chance(0.5) else \
            [aux('will'), aux('be', 'VB', 'aux:pass')]
        v = W(verb[2], 'VERB', 'VBN', rel, [s] + be)
        if chance(0.6):
            by = subject('obl:agent')
            by.left = [case('by')] + by.left
            v.right = [by]
    else:
        s = person()
        v = W('met', 'VERB', 'VBD', rel, [s])
        who = person('obl', end=True)
        who.left = [case('with')] + who.left
        v.right = [who]
    if chance(0.35) and not any(w.rel == 'obl' for w in v.right):
        v.right.append(place())
    if time and chance(0.45) and not (v.right and ends_with_name(v.right[-1])):
        v.right.append(when())
    if chance(0.15):
        to = W(pick(['discuss', 'protest', 'end', 'resolve', 'support']), 'VERB', 'VB', 'advcl', [W('to', 'PART', 'TO', 'mark')], [thing('thing')])
        v.right.append(to)
    return v


def ends_with_name(w):
    return any(x.rel == 'appos' for x in w.words())


def reporters():
    who = pick([W('reporters', 'NOUN', 'NNS', 'iobj'), W('journalists', 'NOUN', 'NNS', 'iobj'), W('lawmakers', 'NOUN', 'NNS', 'iobj'),
                W('conference', 'NOUN', 'NN', 'iobj', [det('a'), W('news', 'NOUN', 'NN', 'compound')]),
                W('briefing', 'NOUN', 'NN', 'iobj', [det('a')])])
    return who


def occasion():
    return pick([lambda: W('statement', 'NOUN', 'NN', 'obl', [case('in'), det('a')]),
                 lambda: W('conference', 'NOUN', 'NN', 'obl', [case('at'), det('a'), W('news', 'NOUN', 'NN', 'compound')]),
                 lambda: W('interview', 'NOUN', 'NN', 'obl', [case('in'), det('an')]), place])()


def quoted(c):
    """The clause in quotation marks with its closing comma."""
    curly = chance(0.5)
    c.left = [W('“' if curly else '"', 'PUNCT', '``', 'punct')] + c.left
    c.left[0].opens = True
    q = W('”' if curly else '"', 'PUNCT', "''", 'punct', tight=True)
    return comma(), q


def speaker():
    return pick([person, person, person, body, lambda r='nsubj': W(pick(['he', 'she', 'it', 'they']), 'PRON', 'PRP', r)])()


def stop(v):
    v.right.append(W('.', 'PUNCT', '.', 'punct', tight=True))
    return v


def quote_text():
    k = R.randrange(4)
    if k == 0:
        return W(pick(['support', 'accept', 'reject', 'welcome']), 'VERB', 'VB', 'ccomp',
                 [W(pick(['We', 'They', 'I']), 'PRON', 'PRP', 'nsubj'), aux('will'), W('not', 'PART', 'RB', 'advmod')], [thing('thing')])
    if k == 1:
        return W(pick(['unacceptable', 'important', 'constructive', 'unhelpful', 'clear']), 'ADJ', 'JJ', 'ccomp',
                 [W(pick(['This', 'That']), 'PRON', 'DT', 'nsubj'), aux('is', 'VBZ', 'cop')])
    return clause('ccomp')


def sentence():
    k = R.randrange(17)
    if k < 2:  # said (that) clause
        v = W(pick(SAY_BARE), 'VERB', 'VBD', 'root', [speaker()])
        if chance(0.4):
            v.right.append(weekday())
        c = clause('ccomp')
        if chance(0.45):
            c.left = [W('that', 'SCONJ', 'IN', 'mark')] + c.left
        v.right.append(c)
        return stop(v)
    if k < 4:  # clause, X said time
        c = clause('ccomp')
        v = W(pick(SAY), 'VERB', 'VBD', 'root', [c, comma(), speaker()])
        if chance(0.35):
            v.right.append(occasion())
        if chance(0.4):
            v.right.append(weekday(with_on=False) if chance(0.7) else when())
        return stop(v)
    if k < 6:  # "quote," said X
        c = quote_text()
        a, b = quoted(c)
        v = W(pick(SAY), 'VERB', 'VBD', 'root', [c, a, b])
        v.right = [person(end=True)]
        if not ends_with_name(v.right[0]) and chance(0.3):
            v.right.append(pick([occasion, weekday])())
        return stop(v)
    if k == 6:  # clause, said X (no quotes)
        v = W(pick(SAY), 'VERB', 'VBD', 'root', [clause('ccomp'), comma()])
        v.right = [person(end=True)]
        return stop(v)
    if k < 9:  # "quote," X told reporters time
        c = quote_text()
        a, b = quoted(c)
        v = W('told', 'VERB', 'VBD', 'root', [c, a, b, speaker()], [reporters()])
        if chance(0.4):
            v.right.append(place())
        if chance(0.6):
            v.right.append(weekday())
        return stop(v)
    if k == 9:  # told reporters time that
        v = W('told', 'VERB', 'VBD', 'root', [speaker()], [reporters()])
        if chance(0.3):
            v.right.append(place())
        if chance(0.5):
            v.right.append(weekday())
        c = clause('ccomp')
        c.left = [W('that', 'SCONJ', 'IN', 'mark')] + c.left
        v.right.append(c)
        return stop(v)
    if k == 10:  # the deal, X said, will ...
        c = clause('root')
        s = c.left[0]
        said = W('said', 'VERB', 'VBD', 'parataxis', [comma(), pick([body, person])(), ], [comma()])
        said.left[1].right = [w for w in said.left[1].right if w.rel != 'appos']
        if s.right and ends_with_name(s):
            return stop(c)
        c.left = [s, said] + c.left[1:]
        return stop(c)
    if k == 11:  # X said, adding that
        c = clause('ccomp')
        more = clause('ccomp', time=False)
        more.left = [W('that', 'SCONJ', 'IN', 'mark')] + more.left
        adding = W('adding', 'VERB', 'VBG', 'advcl', [comma()], [more])
        return stop(W('said', 'VERB', 'VBD', 'root', [c, comma(), speaker()], [adding]))
    if k == 12:  # according to
        c = clause()
        s = pick([body, person])('obl')
        s.left = [W('according', 'VERB', 'VBG', 'case', [], [W('to', 'ADP', 'IN', 'fixed')])] + s.left
        if not any(x.rel == 'appos' for x in s.words()):
            s.left = [comma()] + s.left
            c.right.append(s)
        return stop(c)
    if k == 13:  # headline
        return headline()
    if k == 14:  # relative clause
        s = pick([lambda: W(pick(FAMILY), 'PROPN', 'NNP', 'nsubj'), country])()
        inner = fix_had(tensed(pick(VERBS['thing']), False, 'acl:relcl'))
        inner.left = [comma(), W('who' if s.form in FAMILY else 'which', 'PRON', 'WP' if s.form in FAMILY else 'WDT', 'nsubj')] + inner.left
        inner.right = [thing('thing'), comma()]
        s.right = s.right + [inner]
        v = fix_had(tensed(pick(VERBS['people']), False, 'root'))
        v.left = [s] + v.left
        v.right = [thing('people'), when()]
        return stop(v)
    if k == 15:  # two verbs
        c = clause(time=False)
        more = W(pick(['called', 'pressed']), 'VERB', 'VBD', 'conj', [cc()], [W(pick(NOUN_OF), 'NOUN', 'NNS', 'obl', [case('for'), adj(pick(ADJS))])])
        c.right.append(more)
        return stop(c)
    return stop(clause())


def headline():
    k = R.randrange(5)
    if k == 0:
        verb = pick(VERBS['people'])
        s = pick([lambda: W(pick(COUNTRY + ['US', 'UK', 'EU', 'UN']), 'PROPN', 'NNP', 'nsubj')])()
        return W(verb[3], 'VERB', 'VBZ', 'root', [s], [thing('people')] + ([W('row', 'NOUN', 'NN', 'obl', [case('over'), W(pick(['border', 'spy', 'visa']), 'NOUN', 'NN', 'compound')])] if chance(0.4) else []))
    if k == 1:
        verb = pick(VERBS['thing'])
        a = W(pick(COUNTRY), 'PROPN', 'NNP', 'nsubj')
        a.right = [W(pick(COUNTRY), 'PROPN', 'NNP', 'conj', [comma()])]
        return W(verb[0], 'VERB', 'VBP', 'root', [a], [W(pick(['deal', 'pact', 'accord']), 'NOUN', 'NN', 'obj', [W(pick(['gas', 'border', 'trade', 'defense']), 'NOUN', 'NN', 'compound')])])
    if k == 2:
        s = W(pick(PEOPLE), 'NOUN', 'NNS', 'nsubj', [adj(pick(DEMONYM))])
        return W('meet', 'VERB', 'VB', 'root', [s, W('to', 'PART', 'TO', 'mark')], [place(), weekday()])
    if k == 3:
        s = W(pick(PEOPLE), 'NOUN', 'NNS', 'nsubj:pass', [W(pick(NUMBERS).capitalize(), 'NUM', 'CD', 'nummod')])
        return W(pick(VERBS['people'])[2], 'VERB', 'VBN', 'root', [s], [place()])
    c = clause('ccomp', time=False)
    return W('says', 'VERB', 'VBZ', 'root', [W(pick(COUNTRY), 'PROPN', 'NNP', 'nsubj')], [c])


def rows(root):
    words = [w for w in root.words()]
    out, drop = [], set()
    for i, w in enumerate(words):  # no two commas in a row, none before the stop
        nxt = words[i + 1] if i + 1 < len(words) else None
        if w.form == ',' and nxt is not None and nxt.form in ',.':
            drop.add(id(w))
    words = [w for w in words if id(w) not in drop]
    first = next(w for w in words if w.form.isalnum() or w.form.isalpha())
    if first.form[0].islower():
        first.form = first.form[0].upper() + first.form[1:]
    place_of = {id(w): i + 1 for i, w in enumerate(words)}
    head = {}
    for w in words:
        for k in w.left + w.right:
            if id(k) in place_of:
                head[id(k)] = place_of[id(w)]
    text = ''
    for i, w in enumerate(words):
        after = words[i + 1] if i + 1 < len(words) else None
        close = after is None or after.tight or getattr(w, 'opens', False)
        text += w.form + ('' if close else ' ')
        out.append((w, head.get(id(w), 0), 'SpaceAfter=No' if close and after is not None else '_'))
    return text, out


def lemma(w):
    if w.xpos in ('NNP', 'NNPS', 'CD'):
        return w.form
    for group in VERBS.values():
        for forms in group:
            if w.form.lower() in forms and w.upos == 'VERB':
                return forms[0]
    small = {'said': 'say', 'told': 'tell', 'met': 'meet', 'is': 'be', 'are': 'be', 'was': 'be', 'were': 'be', 'been': 'be', 'has': 'have',
             'had': 'have', 'an': 'a', 'did': 'do', 'adding': 'add', 'says': 'say', 'called': 'call', 'pressed': 'press', "'s": "'s", 'according': 'accord'}
    f = w.form.lower()
    if w.upos == 'VERB' and f.endswith('ed') and f not in small:
        return {'announced': 'announce', 'noted': 'note', 'declared': 'declare'}.get(f, f[:-2])
    if w.xpos == 'NNS':
        return {'ministries': 'ministry', 'ties': 'tie', 'clashes': 'clash'}.get(f, f[:-1])
    return small.get(f, f)


def main(target, count):
    lines = ['# Invented by training/own_news.py: names are put together by chance, and nothing said here happened.']
    seen, n = set(), 0
    while n < count:
        text, ws = rows(sentence())
        if text in seen or len(ws) > 45:
            continue
        seen.add(text)
        n += 1
        lines += [f'# sent_id = own-news-{n}', f'# text = {text}']
        for i, (w, h, misc) in enumerate(ws):
            rel = 'root' if h == 0 else w.rel
            lines.append('\t'.join([str(i + 1), w.form, lemma(w), w.upos, w.xpos, '_', str(h), rel, '_', misc]))
        lines.append('')
    with open(target, 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main(sys.argv[1] if len(sys.argv) > 1 else 'training/data/own-news.conllu', int(sys.argv[2]) if len(sys.argv) > 2 else 800)
