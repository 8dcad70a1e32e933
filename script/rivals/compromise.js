// The dates that compromise finds, in the form that the scorer reads: documents
// on standard input, a line of JSON each. Run by script/eval.
const nlp = require('compromise');
const dates = require('compromise-dates');
nlp.plugin(dates.default || dates);

for (const line of require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
	const doc = JSON.parse(line);
	const begin = process.hrtime.bigint();
	const context = doc.dct ? { today: doc.dct, timezone: 'UTC' } : { timezone: 'UTC' };
	const found = nlp(doc.text).dates(context).json({ offset: true });
	const ms = Number(process.hrtime.bigint() - begin) / 1e6;
	const points = (at) => [...doc.text.slice(0, at)].length;
	const annotations = [];
	for (const d of found) {
		if (!d.offset || !d.dates || !d.dates.start) continue;
		const days = Math.round((new Date(d.dates.end) - new Date(d.dates.start)) / 864e5);
		const value = d.dates.start.slice(0, days > 300 ? 4 : days > 26 ? 7 : 10);
		annotations.push({ start: points(d.offset.start), end: points(d.offset.start + d.offset.length), type: 'DATE', value });
	}
	console.log(JSON.stringify({ doc_id: doc.doc_id, ms, annotations }));
}
