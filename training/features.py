"""What the network sees of a word. The run time in src/language/features.ts does the same, sign by sign."""
import re

AFFIX_ROWS = 3000
SIGNS = {'‘': "'", '’': "'", 'ʼ': "'", '`': "'", '“': '"', '”': '"', '«': '"', '»': '"', '‟': '"', '„': '"',
         '–': '--', '—': '--', '―': '--', '‐': '-', '‑': '-', '−': '-', '…': '...',
         '``': '"', "''": '"', '‘‘': '"', '’’': '"'}


def normal(form: str) -> str:
    """The form with curly signs made plain; whole-token signs first, then signs inside a word."""
    if form in SIGNS:
        return SIGNS[form]
    if form.isascii():
        return form
    return form.replace('’', "'").replace('‘', "'").replace('ʼ', "'").replace('‑', '-').replace('‐', '-')


def key(form: str) -> str:
    """The look-up key: lower case, every digit a 0."""
    return re.sub('[0-9]', '0', form.lower())


def fnv(text: str) -> int:
    """32-bit FNV-1a over UTF-16 code units, so that both languages agree."""
    h = 0x811C9DC5
    data = text.encode('utf-16-le', 'surrogatepass')
    for i in range(0, len(data), 2):
        h ^= data[i] | (data[i + 1] << 8)
        h = (h * 0x01000193) & 0xFFFFFFFF
    return h


def units(text: str):
    """The text as UTF-16 code units, each as a string of its own."""
    data = text.encode('utf-16-le', 'surrogatepass')
    return [data[i:i + 2] for i in range(0, len(data), 2)]


def tail(text: str, n: int) -> str:
    return b''.join(units(text)[-n:]).decode('utf-16-le', 'surrogatepass')


def head(text: str, n: int) -> str:
    return b''.join(units(text)[:n]).decode('utf-16-le', 'surrogatepass')


def shape(form: str) -> str:
    """Letters as x, X, digits as 0, other signs as they are; runs longer than two are cut to two; 10 signs at most."""
    out = []
    for c in form[:40]:
        if 'a' <= c <= 'z':
            s = 'x'
        elif 'A' <= c <= 'Z':
            s = 'X'
        elif '0' <= c <= '9':
            s = '0'
        elif ord(c) < 128:
            s = c
        else:
            s = 'x' if c.lower() == c else 'X'
        if len(out) >= 2 and out[-1] == s and out[-2] == s:
            continue
        out.append(s)
    return ''.join(out[:10])


def row(kind: str, text: str) -> int:
    return fnv(kind + text) % AFFIX_ROWS


def affixes(form: str):
    """Rows of suffix-2, suffix-3, suffix-4, prefix-3 and shape."""
    k = key(form)
    return [row('2', tail(k, 2)), row('3', tail(k, 3)), row('4', tail(k, 4)), row('p', head(k, 3)), row('s', shape(form))]
