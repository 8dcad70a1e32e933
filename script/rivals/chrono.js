// The dates that chrono-node finds, in the form that the scorer reads: documents
// on standard input, a line of JSON each. Run by script/eval.
const chrono = require('chrono-node');
const two = (n) => String(n).padStart(2, '0');

function value(parts) {
	const c = (name) => parts.isCertain(name);
	const day = c('day') || c('weekday');
	const date = String(parts.get('year')).padStart(4, '0') + '-' + two(parts.get('month')) + '-' + two(parts.get('day'));
	if (c('hour')) return date + 'T' + two(parts.get('hour')) + ':' + two(parts.get('minute') || 0);
	return day ? date : c('month') ? date.slice(0, 7) : date.slice(0, 4);
}

for (const line of require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
	const doc = JSON.parse(line);
	const begin = process.hrtime.bigint();
	const found = chrono.parse(doc.text, doc.dct ? new Date(doc.dct + 'T12:00:00') : undefined);
	const ms = Number(process.hrtime.bigint() - begin) / 1e6;
	const points = (at) => [...doc.text.slice(0, at)].length;
	const annotations = found.map((r) => ({
		start: points(r.index), end: points(r.index + r.text.length),
		type: r.start.isCertain('hour') ? 'TIME' : 'DATE', value: value(r.start),
	}));
	console.log(JSON.stringify({ doc_id: doc.doc_id, ms, annotations }));
}
