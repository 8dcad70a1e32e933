#!/usr/bin/env python3
"""Scores dates by their first and last day: intervals.py GOLD.jsonl SYSTEM.jsonl [--errors N] [--part NAME] [--half A|B]

GOLD has annotations with "attrs" as TEI dates have them: when, or from and to, or
notBefore and notAfter. SYSTEM is what `briefline annotate --task timex` prints: an
"edtf" for each phrase that has a date. A phrase is right when it meets a gold one
and both its days are the same; a gold date without a day, and a phrase without
an EDTF date that meets one, are misses. --part keeps the documents whose name
holds NAME, --half every other document (A to look at, B to score only)."""
import argparse, json, re, zlib

def last(y, m):
    return 29 if m == 2 and (y % 4 == 0 and y % 100 or y % 400 == 0) else [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]

def one(v):
    """First and last day of a plain date as tuples, or None."""
    v = re.sub(r'T.*', '', v.strip().rstrip('~?%'))
    m = re.fullmatch(r'(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?', v)
    if not m:
        m = re.fullmatch(r'(-?\d{1,3})(X{1,3})', v)
        if m and len(m[1].lstrip('-')) + len(m[2]) == 4:
            y, n = int(m[1]), 10 ** len(m[2])
            return (y * n, 1, 1), (y * n + n - 1, 12, 31)
        return None
    y, mo, d = int(m[1]), int(m[2] or 0), int(m[3] or 0)
    if 21 <= mo <= 24:  # seasons, as the recogniser bounds them: three months from March on
        a = 3 * (mo - 20)
        b = a + 2
        return (y, a, 1), (y + (b > 12), (b - 1) % 12 + 1, last(y + (b > 12), (b - 1) % 12 + 1))
    if 33 <= mo <= 36:
        return (y, 3 * (mo - 33) + 1, 1), (y, 3 * (mo - 32), last(y, 3 * (mo - 32)))
    if 40 <= mo <= 41:
        return (y, 6 * (mo - 40) + 1, 1), (y, 6 * (mo - 39), last(y, 6 * (mo - 39)))
    if d:
        return (y, mo, d), (y, mo, d)
    if mo:
        return (y, mo, 1), (y, mo, last(y, mo))
    return (y, 1, 1), (y, 12, 31)

def bounds(v):
    """First and last day of an EDTF date; None on a side that is open."""
    v = v.strip()
    if v[:1] in '[{' and v[-1:] in ']}':
        parts = [bounds(p) for p in re.split(r',', v[1:-1])]
        return (parts[0] or (None, None))[0], (parts[-1] or (None, None))[1]
    if '/' in v or '..' in v:
        a, b = (v.split('/', 1) if '/' in v else v.split('..', 1))
        a, b = a.strip('. '), b.strip('. ')
        x, y = one(a) if a else None, one(b) if b else None
        return x and x[0], y and y[1]
    return one(v) or (None, None)

def gold(a):
    t = a.get('attrs') or {}
    if 'when' in t:
        return bounds(t['when'])
    for lo, hi in (('from', 'to'), ('notBefore', 'notAfter')):
        if lo in t or hi in t:
            x, y = t.get(lo) and one(t[lo]), t.get(hi) and one(t[hi])
            return x and x[0], y and y[1]
    return bounds(a.get('value') or '')

def main():
    p = argparse.ArgumentParser()
    p.add_argument('gold'); p.add_argument('system')
    p.add_argument('--errors', type=int, default=0); p.add_argument('--part', default=''); p.add_argument('--half', default=''); p.add_argument('--json', action='store_true')
    o = p.parse_args()
    system = {d['doc_id']: d for d in map(json.loads, open(o.system, encoding='utf8'))}
    n = dict(gold=0, system=0, right=0)
    shown = 0
    for line in open(o.gold, encoding='utf8'):
        g = json.loads(line)
        name = g['doc_id']
        if o.part not in name or o.half and (zlib.crc32(name.encode()) % 2 == 0) != (o.half == 'A'):
            continue
        text, at = g['text'], {}
        pos = 0
        for i, c in enumerate(text):
            at[pos] = i
            pos += len(c.encode())
        at[pos] = len(text)
        want = [(a['start'], a['end'], gold(a)) for a in g['annotations']]
        want = [w for w in want if w[2] != (None, None)]
        got = []
        for a in system.get(name, {}).get('annotations', []):
            if a.get('edtf') and a['type'] != 'SET':
                # gold marks the date alone, not the "since" or "until" before it
                v = re.sub(r'^\.\./|/\.\.$|^\[\.\.(?=.*\]$)|\.\.\]$', '', a['edtf'])
                v = v if v == a['edtf'] else v.strip('[]')
                x = (at[a['start']], at[a['end']], bounds(v))
                # nor does it mark times of the day
                if 'T' in v and not any(w[0] < x[1] and x[0] < w[1] for w in want):
                    continue
                got.append(x)
        # Of a phrase and what it spans, that counts which gold has marked.
        drop = set()
        for k, y in enumerate(got):
            inner = [j for j, x in enumerate(got) if j != k and y[0] <= x[0] and x[1] <= y[1] and x[1] - x[0] < y[1] - y[0]]
            if inner:
                whole = any(w[2] == y[2] and w[0] < y[1] and y[0] < w[1] for w in want)
                parts = sum(any(w[2] == got[j][2] and w[0] < got[j][1] and got[j][0] < w[1] for w in want) for j in inner)
                drop.update([k] if parts and not whole or parts > 1 else inner)
        got = [x for k, x in enumerate(got) if k not in drop]
        pairs = sorted(((w[2] == s[2], min(w[1], s[1]) - max(w[0], s[0]), i, j) for i, w in enumerate(want) for j, s in enumerate(got) if w[0] < s[1] and s[0] < w[1]), reverse=True)
        usedw, useds = {}, set()
        for right, _, i, j in pairs:
            if i not in usedw and j not in useds:
                usedw[i] = j
                useds.add(j)
                n['right'] += right
        n['gold'] += len(want); n['system'] += len(got)
        for i, w in enumerate(want):
            if shown < o.errors and (i not in usedw or got[usedw[i]][2] != w[2]):
                shown += 1
                s = got[usedw[i]] if i in usedw else None
                print(name, g.get('dct'), repr(text[max(0, w[0] - 70):w[0]]), '[', text[w[0]:w[1]], ']', repr(text[w[1]:w[1] + 30]), w[2], s and (text[s[0]:s[1]], s[2]))
        for j, s in enumerate(got):
            if shown < o.errors and j not in useds:
                shown += 1
                print(name, 'NOT IN GOLD', repr(text[max(0, s[0] - 60):s[0]]), '[', text[s[0]:s[1]], ']', repr(text[s[1]:s[1] + 20]), s[2])
    P = n['right'] / n['system'] if n['system'] else 0
    R = n['right'] / n['gold'] if n['gold'] else 0
    F = 2 * P * R / (P + R) if P + R else 0
    if o.json:
        print(json.dumps(dict(days=(P, R, F), right=R, **n)))
    else:
        print('gold %d system %d right %d  P %.3f R %.3f F1 %.3f' % (n['gold'], n['system'], n['right'], P, R, F))

main()
