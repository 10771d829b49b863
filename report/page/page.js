"use strict";
// The keyword report. All that it shows comes from the JSON in #data (package page says what is in it); all text goes
// through text nodes and attributes, never through markup.
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const app = document.getElementById("app");
const state = {lang: data.lang, theme: "auto"};

// ---- texts and numbers

const t = text => text[state.lang] || text[0];
const ui = (name, values) => {
	let s = t(data.texts[name]);
	for (const k in values) s = s.replace("{" + k + "}", values[k]);
	return s;
};
const whole = n => n.toLocaleString("en-US");
const real = (x, decimals) => x === null ? "–" :
	x !== 0 && Math.abs(x) < 0.5 / 10 ** decimals ? x.toPrecision(2) :
	x.toLocaleString("en-US", {minimumFractionDigits: decimals, maximumFractionDigits: decimals});
// power writes 10^l, which may be too small for a number.
const power = (l, digits) => {
	if (l === null) return "–";
	if (l > -3) return (10 ** l).toFixed(Math.max(3, digits));
	const e = Math.floor(l), m = (10 ** (l - e)).toPrecision(digits);
	return m === "10" ? "1e" + (e + 1) : m + "e" + e;
};
const perMillion = w => data.tokens ? w.f * 1e6 / data.tokens : null;
const classes = ["other", "noun", "predicate", "adverb"];

// Terms are compared as a dictionary does, by code points where that says nothing.
const byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;

// The initials of a word: ㅁㄷ for 모델, so that a search can be typed in a hurry.
const initials = s => Array.from(s, c => {
	const i = c.charCodeAt(0) - 0xac00;
	return i >= 0 && i < 11172 ? "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[Math.floor(i / 588)] : c;
}).join("");

// Figures are drawn in two widths, so that their letters can be read on a telephone.
const narrow = () => document.documentElement.clientWidth < 640;

// ---- elements

const svgNames = new Set(["svg", "g", "path", "line", "rect", "circle", "text", "title", "polyline"]);
const el = (tag, attrs, ...children) => {
	const e = svgNames.has(tag) ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
	for (const k in attrs) {
		if (k.startsWith("on")) e.addEventListener(k.slice(2), attrs[k]);
		else if (attrs[k] === true) e.setAttribute(k, "");
		else if (attrs[k] !== false && attrs[k] !== undefined && attrs[k] !== null) e.setAttribute(k, attrs[k]);
	}
	return put(e, ...children);
};
// put makes the children those of a node; what is nothing is left out, which the method of a node would write out as a word.
const put = (node, ...children) => {
	node.replaceChildren();
	for (const c of children.flat()) if (c !== undefined && c !== null && c !== false && c !== "") node.append(c);
	return node;
};
const several = data.alldocuments > 1;
const fileName = d => d.name.replace(/^.*[\\/]/, ""); // without its folder
const bdi = s => el("bdi", {}, s);
const choice = (label, options, current, pick) => el("span", {class: "group", role: "group", "aria-label": label},
	options.map(([value, text]) => el("button", {type: "button", "data-value": value, "aria-pressed": String(value === current), onclick: () => pick(value)}, text)));
const say = s => { status.textContent = s; };
const status = el("p", {role: "status", class: "noprint"});

// ---- what a number opens: words, key words, n-grams and pairs are things with lines

const thing = (kind, i) => {
	if (kind === "sentences") {
		const lines = data.passages.map((p, k) => [k]).sort((a, b) => data.passages[a[0]][2] - data.passages[b[0]][2]);
		return {kind, i, name: ui("sentences"), all: sentencesThere, lines, hash: "sentences"};
	}
	if (kind === "word") {
		const w = data.words[i];
		return {kind, i, name: w.t, all: w.f, lines: w.l, hash: "word=" + encodeURIComponent(w.t)};
	}
	if (kind === "key") {
		const k = data.keys[i];
		if (!k.w) return thing("word", k.i[0]);
		return {kind, i, name: k.w.t, all: k.w.f, lines: k.w.l, hash: "key=" + encodeURIComponent(k.w.t)};
	}
	if (kind === "ngram") {
		const g = data.ngrams[i], name = g.w.map(k => data.words[k].t).join(" ");
		return {kind, i, name, all: g.f, lines: g.l, hash: "ngram=" + encodeURIComponent(name)};
	}
	const p = data.pairs[i], name = data.words[p.a].t + " + " + data.words[p.b].t;
	return {kind, i, name, all: p.o, lines: p.l, hash: "pair=" + encodeURIComponent(name)};
};
const keyWord = k => k.w || data.words[k.i[0]]; // what is known of the word of a key
const sentencesThere = (data.sides.length ? data.sides.flatMap(s => s.sizes) : data.sizes).filter(s => s.opens === "sentences").reduce((n, s) => n + s.value, 0);
const counts = {sentences: data.passages.length ? 1 : 0, word: data.words.length, key: data.keys.length, ngram: data.ngrams.length, pair: data.pairs.length};
let index; // hash -> thing, made when first asked
const find = hash => {
	if (!index) {
		index = new Map();
		for (const kind in counts) for (let i = 0; i < counts[kind]; i++) {
			const x = thing(kind, i);
			const key = decodeURIComponent(x.hash);
			if (!index.has(key)) index.set(key, x);
		}
	}
	try { return index.get(decodeURIComponent(hash)); } catch { return undefined; }
};
const asked = () => find(location.hash.slice(1));
// show opens a thing; only, where it is given, tells which documents' lines are shown.
const show = (x, only) => {
	onlyIn = only;
	// the panel does not wait for the address: while the browser is on its way back it takes no new one
	if (asked()?.hash !== x.hash) history.pushState(null, "", "#" + x.hash);
	open(x);
};
const showWord = (i, only) => show(thing("word", i), only);
// explain opens what there is to say of a number that has no lines.
const explain = (name, ...content) => open({kind: "note", name, content});

// ---- the panel with the lines

let panel, opened, order = "position", onlyIn;
const inDocument = d => ({test: l => data.passages[l[0]][0] === d, name: data.documents[d].name});
// The documents of side A come before those of B.
const inSide = side => ({test: l => data.passages[l[0]][0] < data.sides[0].documents === !side, name: "AB"[side]});
const shownLines = () => onlyIn ? opened.lines.filter(onlyIn.test) : opened.lines;
const trimmed = s => s.split(" ").map(w => w.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").toLowerCase()).filter(w => w);
const lineParts = l => {
	const text = data.passages[l[0]][3];
	if (l.length === 1) return {left: "", node: "", right: text, text};
	return {left: text.slice(0, l[1]), node: text.slice(l[1], l[l.length - 1]), right: text.slice(l[l.length - 1]), text};
};
const sorted = lines => {
	const keyed = lines.map((l, i) => {
		const p = lineParts(l);
		let key = [];
		if (order === "left") key = trimmed(p.left).reverse();
		if (order === "right") key = trimmed(p.right);
		if (order === "doc") key = [data.documents[data.passages[l[0]][0]].name];
		return {l, i, key};
	});
	keyed.sort((a, b) => {
		for (let k = 0; k < a.key.length && k < b.key.length; k++) {
			const c = byText(a.key[k], b.key[k]);
			if (c) return c;
		}
		return a.key.length - b.key.length || a.i - b.i;
	});
	return keyed.map(k => k.l);
};
// marked gives a passage's text with the marks of a line.
const marked = l => {
	const text = data.passages[l[0]][3], out = [];
	let at = 0;
	for (let k = 1; k < l.length; k += 2) {
		out.push(text.slice(at, l[k]), el("mark", {}, text.slice(l[k], l[k + 1])));
		at = l[k + 1];
	}
	out.push(text.slice(at));
	return out;
};
let byNumber; // number of a passage in the text -> passage
const paragraph = l => {
	if (!byNumber) byNumber = new Map(data.passages.map(p => [p[2], p]));
	const p = data.passages[l[0]];
	const same = q => q && q[0] === p[0] && q[1] === p[1];
	let from = p[2], to = p[2];
	while (same(byNumber.get(from - 1)) && p[2] - from < 8) from--;
	while (same(byNumber.get(to + 1)) && to - p[2] < 8) to++;
	const out = [];
	for (let n = from; n <= to; n++) {
		if (n === p[2]) out.push(el("span", {class: "here"}, marked(l)), " ");
		else out.push(el("span", {class: "around"}, byNumber.get(n)[3]), " ");
	}
	return el("div", {class: "para"}, el("p", {}, el("bdi", {}, out)),
		el("p", {class: "small"}, bdi(data.documents[p[0]].name), ", ", ui("line", {n: whole(p[1])})));
};
const where = l => {
	const p = data.passages[l[0]], d = several ? fileName(data.documents[p[0]]) + " " : "";
	return d + ui("line", {n: whole(p[1])});
};
const kwicLine = l => {
	const p = lineParts(l);
	const item = el("li", {class: l.length === 1 && "sentence"});
	const button = el("button", {type: "button", "aria-expanded": "false", onclick: () => {
		const is = button.getAttribute("aria-expanded") === "true";
		button.setAttribute("aria-expanded", String(!is));
		if (is) item.lastChild.remove(); else item.append(paragraph(l));
	}},
	l.length > 1 && [el("span", {class: "l"}, bdi(p.left.slice(-90))), el("span", {class: "k"}, el("bdi", {}, marked(l).slice(1, -1)))],
	el("span", {class: "r"}, bdi(l.length === 1 ? p.right : p.right.slice(0, 110))), el("span", {class: "w"}, where(l)));
	item.append(button);
	return item;
};
const linesTable = () => [[ui("document"), ui("line", {n: ""}).trim(), ui("leftcol"), ui("nodecol"), ui("rightcol")],
	...sorted(shownLines()).map(l => {
		const p = lineParts(l), q = data.passages[l[0]];
		return [data.documents[q[0]].name, q[1], p.left, p.node, p.right];
	})];
const partners = i => {
	const out = [];
	data.pairs.forEach((p, k) => { if (p.a === i || p.b === i) out.push([p.a === i ? p.b : p.a, k]); });
	return out.slice(0, 24);
};
// standsIn gives the documents in which a thing stands, with the number of its lines in each, as buttons that show these alone.
const standsIn = x => {
	if (data.notext || x.kind === "sentences" && !compared) return;
	const buttons = [];
	const add = (name, n, only) => buttons.push([name, n, only]);
	if (compared) for (const side of [0, 1]) {
		const w = x.kind === "word" ? data.words[x.i] : x.kind === "key" && data.keys[x.i].w;
		add("AB"[side], w ? (side ? w.b : w.f - w.b) : undefined, inSide(side));
	} else if (several && x.lines.length === x.all) {
		const n = new Map();
		for (const l of x.lines) n.set(data.passages[l[0]][0], (n.get(data.passages[l[0]][0]) || 0) + 1);
		if (n.size > 1) for (const [d, k] of [...n].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 20)) add(fileName(data.documents[d]), k, inDocument(d));
	}
	if (!buttons.length) return;
	return el("div", {}, el("span", {class: "small"}, ui("linesin"), ":"), el("ul", {class: "chips"},
		[[ui("everywhere"), undefined, undefined], ...buttons].map(([name, n, only]) => el("li", {}, el("button", {type: "button", "aria-pressed": String(only?.name === onlyIn?.name),
			onclick: () => { onlyIn = only; fillPanel(); panel.querySelector(".head button").focus(); }}, bdi(name), n === undefined ? "" : " " + whole(n))))));
};
const fillPanel = () => {
	const x = opened, list = el("ol", {class: "kwic"});
	const head = el("h2", {id: "paneltitle"}, el("span", {class: "clip"}, bdi(x.name)), el("button", {type: "button", onclick: () => panel.close()}, ui("close")));
	panel.classList.toggle("note", x.kind === "note");
	if (x.kind === "note") {
		put(panel, el("div", {class: "head"}, head), el("div", {class: "body", tabindex: "0", role: "region", "aria-labelledby": "paneltitle"}, x.content));
		return;
	}
	const turn = 300; // lines at a time
	let most = turn;
	const fillList = () => {
		const lines = sorted(shownLines());
		put(list, ...lines.slice(0, most).map(kwicLine));
		if (lines.length > most) list.append(el("li", {}, el("button", {type: "button", class: "more", onclick: () => { most += turn * 4; fillList(); }}, ui("more", {n: whole(Math.min(turn * 4, lines.length - most))}))));
	};
	fillList();
	const facts = [];
	const word = x.kind === "word" ? data.words[x.i] : x.kind === "key" && data.keys[x.i].w;
	if (word) {
		const w = word;
		facts.push(w.g ? t(w.n) + " " + w.g : "", ui("freq") + " " + whole(w.f), ui("permillion") + " " + real(perMillion(w), 1));
		if (compared) facts.push("A " + whole(w.f - w.b), "B " + whole(w.b));
		if (several) facts.push(ui("docs") + " " + whole(w.d));
		if (w.p !== null) facts.push("DP " + real(w.p, 3));
	} else facts.push(ui(x.kind === "pair" ? "together" : x.kind === "sentences" ? "count" : "freq") + " " + whole(x.all));
	if (x.kind === "pair") {
		const p = data.pairs[x.i];
		facts.push("logDice " + real(p.d, 2), "G² " + real(p.g, 1));
	}
	const links = x.kind === "word" ? partners(x.i) : [];
	const words = x.kind === "key" ? data.keys[x.i].i : x.kind === "ngram" ? data.ngrams[x.i].w : x.kind === "pair" ? [data.pairs[x.i].a, data.pairs[x.i].b] : [];
	const n = shownLines().length;
	put(panel,
		el("div", {class: "head"}, head,
			el("p", {class: "small"}, facts.filter(f => f).join(" · ")),
			word && stripFigure(word, true),
			links.length > 0 && el("div", {}, el("span", {class: "small"}, ui("partners"), ":"),
				el("ul", {class: "chips"}, links.map(([w, k]) => el("li", {}, el("button", {type: "button", onclick: () => show(thing("pair", k))}, bdi(data.words[w].t), " " + whole(data.pairs[k].o)))))),
			words.length > 0 && el("div", {}, x.kind === "key" && el("span", {class: "small"}, ui("madeof"), ":"),
				el("ul", {class: "chips"}, words.map(w => el("li", {}, el("button", {type: "button", onclick: () => showWord(w)}, bdi(data.words[w].t)))))),
			standsIn(x),
			!data.notext && el("div", {class: "bar"},
				el("span", {}, ui("lines"), " ", el("span", {class: "small"}, onlyIn ? ui("linesonly", {n: whole(n), name: onlyIn.name}) :
					x.kind === "sentences" && n < x.all ? ui("sentencesof", {n: whole(n), all: whole(x.all)}) :
					n >= x.all ? ui("linesall", {n: whole(n)}) : data.limit && n >= data.limit ? ui("linesof", {n: whole(n), all: whole(x.all)}) : ui("lineselse", {n: whole(n), all: whole(x.all)}))),
				x.kind !== "sentences" && choice(ui("sortlines"), [["position", ui("position")], ["left", ui("left")], ["right", ui("right")], ...(several ? [["doc", ui("bydoc")]] : [])], order, v => {
					order = v;
					for (const b of panel.querySelectorAll(".head .group button")) b.setAttribute("aria-pressed", String(b.dataset.value === v));
					fillList();
				}),
				exports(linesTable, x.hash.replace(/=.*/, "") + "-lines"))),
		el("div", {class: "body", tabindex: "0", role: "region", "aria-labelledby": "paneltitle"}, data.notext ? el("p", {}, ui("notext")) : list));
};
const open = x => {
	opened = x;
	if (order === "doc" && !several) order = "position";
	fillPanel();
	if (!panel.open) panel.showModal();
	panel.querySelector(".head button").focus();
};
const route = () => {
	const x = asked();
	onlyIn = undefined;
	if (x) open(x); else if (panel.open) { opened = undefined; panel.close(); }
};

// ---- export

// A spreadsheet runs a cell that begins like a formula; an apostrophe before it disarms it, as in kstat's own CSV.
const disarmed = s => /^[=+\-@\t\r\n＝＋－＠]/.test(s) ? "'" + s : s;
const csvCell = c => {
	if (typeof c === "number") return String(c);
	if (c === null) return "";
	const s = disarmed(c);
	return s !== c || /[,"\r\n]/.test(s) ? '"' + s.replaceAll('"', '""') + '"' : s;
};
const csv = rows => "\ufeff" + rows.map(r => r.map(csvCell).join(",") + "\r\n").join("");
const tsv = rows => rows.map(r => r.map(c => typeof c === "string" ? disarmed(c.replace(/[\t\r\n]+/g, " ")) : c === null ? "" : String(c)).join("\t")).join("\n");
const save = (blob, name) => {
	const a = el("a", {href: URL.createObjectURL(blob), download: name});
	a.click();
	setTimeout(() => URL.revokeObjectURL(a.href), 10000);
};
const copy = text => {
	const old = () => {
		const area = el("textarea", {class: "skip"});
		area.value = text;
		(panel.open ? panel : document.body).append(area);
		area.select();
		document.execCommand("copy");
		area.remove();
	};
	const done = () => say(ui("copied"));
	if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, () => { old(); done(); });
	else { old(); done(); }
};
const exports = (rows, name, picked) => [
	el("button", {type: "button", onclick: () => save(new Blob([csv(rows())], {type: "text/csv"}), "kstat-" + name + ".csv")}, ui(picked ? "csvpicked" : "csv")),
	el("button", {type: "button", onclick: () => copy(tsv(rows()))}, ui(picked ? "copypicked" : "copy")),
];

// ---- tables

// A table of things. A column has a heading, value(row) for sorting and for
// export, unless out(row) is for that, and cell(row) for the page; kept is what
// the reader has done to it (order, filter, rows shown), which outlives a change of language.
const step = 50;
const table = ({name, columns, rows, kept, opens, filter}) => {
	const body = el("tbody", {}), foot = el("div", {class: "bar"});
	kept.shown = kept.shown || step;
	kept.picked = kept.picked || new Set();
	let lastPicked = -1; // where a range of picked rows begins
	const chosen = () => {
		const out = rows.filter(r => !filter || filter(r));
		if (kept.by !== undefined) {
			const value = columns[kept.by].value;
			const sign = kept.down ? -1 : 1;
			out.sort((a, b) => {
				const x = value(a), y = value(b);
				if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
				return sign * (typeof x === "number" ? x - y : byText(x, y));
			});
		}
		return out;
	};
	const heads = columns.map((c, i) => el("th", {scope: "col", class: (c.num ? "num " : "") + (c.opt ? "opt" : "")},
		el("button", {type: "button", onclick: () => {
			if (kept.by === i) kept.down = !kept.down;
			else { kept.by = i; kept.down = !!c.num && !c.rising; }
			fill();
		}}, c.head)));
	const savers = el("span", {class: "saves"}), pickedAll = el("input", {type: "checkbox", "aria-label": ui("pickall"), onchange: () => {
		for (const r of chosen()) if (pickedAll.checked) kept.picked.add(r); else kept.picked.delete(r);
		fill();
	}});
	// pick takes or leaves a row, with Shift all rows from the one before.
	const pick = (shown, i, yes, range) => {
		const [from, to] = range && lastPicked >= 0 ? [Math.min(i, lastPicked), Math.max(i, lastPicked)] : [i, i];
		for (let k = from; k <= to; k++) {
			if (yes) kept.picked.add(shown[k]); else kept.picked.delete(shown[k]);
			body.rows[k].querySelector("input").checked = yes;
		}
		lastPicked = i;
		fillSave();
	};
	const picker = (shown, i) => {
		const box = el("input", {type: "checkbox", checked: kept.picked.has(shown[i]), "aria-label": ui("pick", {name: String((columns.find(c => c.class === "word") || columns[0]).value(shown[i]))}),
			onclick: e => { e.stopPropagation(); pick(shown, i, box.checked, e.shiftKey); },
			onkeydown: e => {
				const to = {ArrowDown: i + 1, ArrowUp: i - 1}[e.key], row = body.rows[to];
				if (!row) return;
				e.preventDefault();
				if (e.shiftKey) { pick(shown, i, true); pick(shown, to, true); }
				row.querySelector("input").focus();
			}});
		return el("td", {class: "pick", onclick: e => e.stopPropagation()}, el("label", {}, box));
	};
	const fillSave = () => {
		const all = chosen(), picked = all.filter(r => kept.picked.has(r));
		pickedAll.checked = picked.length > 0 && picked.length === all.length;
		pickedAll.indeterminate = picked.length > 0 && picked.length < all.length;
		put(savers, picked.length ? el("span", {class: "small", role: "status"}, ui("picked", {n: whole(picked.length)})) : "",
			...exports(() => [columns.map(c => c.head), ...(picked.length ? picked : all).map(r => columns.map(c => (c.out || c.value)(r)))], name, picked.length));
	};
	const fill = () => {
		const all = chosen();
		lastPicked = -1;
		heads.forEach((h, i) => kept.by === i ? h.setAttribute("aria-sort", kept.down ? "descending" : "ascending") : h.removeAttribute("aria-sort"));
		put(body, ...all.slice(0, kept.shown).map((r, i) => el("tr", {class: opens && "open", onclick: opens && (() => opens(r))}, picker(all, i),
			columns.map(c => el("td", {class: (c.num ? "num " : "") + (c.opt ? "opt " : "") + (c.class || "")}, c.cell ? c.cell(r) : c.num ? whole(c.value(r)) : bdi(c.value(r)))))));
		put(foot,
			el("span", {class: "small", role: "status"}, all.length ? ui("shown", {shown: whole(Math.min(kept.shown, all.length)), all: whole(all.length)}) : ui("nothing")));
		if (all.length > kept.shown) foot.append(el("button", {type: "button", onclick: () => { kept.shown += step * 4; fill(); }}, ui("more", {n: whole(Math.min(step * 4, all.length - kept.shown))})));
		foot.append(savers);
		fillSave();
	};
	fill();
	return {node: el("div", {}, el("div", {class: "wide", tabindex: "0"},
		el("table", {}, el("thead", {}, el("tr", {}, el("td", {class: "pick"}, el("label", {}, pickedAll)), heads)), body)), foot), fill};
};
// opener is the button in a row that a keyboard reaches; the click goes on to the row.
const opener = name => el("button", {type: "button", class: "word", title: ui("opens")}, el("span", {class: "clip"}, bdi(name)));
const meter = (n, most) => {
	const bar = el("i", {});
	bar.style.width = (100 * n / most).toFixed(1) + "%";
	return el("span", {class: "meter", "aria-hidden": "true"}, bar);
};

// ---- figures

// download makes the buttons that save a figure: an SVG on the page, or a function that makes one.
const download = (source, name) => {
	const styled = () => {
		const svg = typeof source === "function" ? source() : source;
		if (svg !== source) app.append(el("div", {class: "skip"}, svg)); // styles are computed of what is on the page
		const copy = svg.cloneNode(true), from = [svg, ...svg.querySelectorAll("*")];
		[copy, ...copy.querySelectorAll("*")].forEach((e, i) => {
			const s = getComputedStyle(from[i]);
			for (const p of ["fill", "stroke", "stroke-width", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "paint-order"]) e.setAttribute(p, s.getPropertyValue(p));
			for (const a of ["class", "tabindex", "role", "style"]) e.removeAttribute(a);
		});
		const [, , w, h] = svg.getAttribute("viewBox").split(" ").map(Number);
		copy.setAttribute("width", w);
		copy.setAttribute("height", h);
		if (svg !== source) svg.parentNode.remove();
		copy.prepend(el("rect", {width: w, height: h, fill: getComputedStyle(document.body).backgroundColor}));
		return {text: new XMLSerializer().serializeToString(copy), w, h};
	};
	return el("div", {class: "bar"},
		el("button", {type: "button", onclick: () => save(new Blob([styled().text], {type: "image/svg+xml"}), "kstat-" + name + ".svg")}, ui("savesvg")),
		el("button", {type: "button", onclick: () => {
			const {text, w, h} = styled(), image = new Image(), url = URL.createObjectURL(new Blob([text], {type: "image/svg+xml"}));
			image.onload = () => {
				const canvas = el("canvas", {width: w * 3, height: h * 3});
				canvas.getContext("2d").drawImage(image, 0, 0, w * 3, h * 3);
				URL.revokeObjectURL(url);
				canvas.toBlob(b => save(b, "kstat-" + name + ".png"));
			};
			image.src = url;
		}}, ui("savepng")));
};

// keyed makes things in a figure reachable by keyboard: one of them at a time is in the order of Tab, the arrows go on to the
// next, Enter opens. name is what a screen reader says, shapes what is seen.
const keyed = (things, name, open, shapes) => {
	const nodes = things.map((x, k) => {
		const node = el("g", {class: "point", role: "button", tabindex: k ? "-1" : "0", "aria-label": name(x), onclick: () => open(x), onkeydown: e => {
			if (e.key === "Enter" || e.key === " ") { e.preventDefault(); open(x); }
			const to = {ArrowRight: k + 1, ArrowDown: k + 1, ArrowLeft: k - 1, ArrowUp: k - 1, Home: 0, End: nodes.length - 1}[e.key];
			if (nodes[to]) {
				e.preventDefault();
				node.setAttribute("tabindex", "-1");
				nodes[to].setAttribute("tabindex", "0");
				nodes[to].focus();
			}
		}}, el("title", {}, name(x)), shapes(x));
		return node;
	});
	return nodes;
};

// The strip of a word: a mark at each place, the darker the more.
const places = 240;
const shade = (n, most) => (0.45 + 0.55 * n / most).toFixed(2);
const stripFigure = (w, ends) => {
	const most = Math.max(...w.s.filter((_, i) => i % 2));
	const svg = el("svg", {class: "strip", viewBox: "0 0 " + places + " 10", preserveAspectRatio: "none", role: "img", "aria-label": ui("strips") + ": " + w.t});
	if (several && data.alldocuments <= 60) for (const d of data.documents.slice(1))
		svg.append(el("rect", {x: d.first * places / data.tokens, y: 0, width: 0.25, height: 10, fill: "var(--dim)"}));
	for (let i = 0; i < w.s.length; i += 2)
		svg.append(el("rect", {x: w.s[i], y: 0, width: 1, height: 10, fill: "var(--accent)", opacity: shade(w.s[i + 1], most)}));
	return ends ? el("div", {}, svg, el("div", {class: "ends"}, el("span", {}, ui("begin")), el("span", {}, ui("end")))) : svg;
};

// A plane with axes, linear or logarithmic, for curves.
const ticks = (lo, hi, log) => {
	const out = [];
	if (log) {
		for (let p = 1; p <= hi; p *= 10) if (p >= lo) out.push(p);
		return out;
	}
	const most = hi / (hi > 1e6 ? 2 : 3), unit = 10 ** Math.floor(Math.log10(most || 1)), by = [5, 2, 1].find(k => k * unit <= most) * unit;
	for (let v = 0; v <= hi * 1.0001; v += by) out.push(v);
	return out;
};
const plane = ({xs, ys, log, xlabel, ylabel, label}) => {
	const [W, H] = narrow() ? [360, 280] : [540, 340], left = 78, right = 34, top = 14, bottom = 46;
	const lo = log ? 1 : 0, xhi = Math.max(...xs, 1), yhi = Math.max(...ys, 1) * (log ? 1.3 : 1.05);
	const scale = (v, hi, from, to) => from + (to - from) * (log ? Math.log(v / lo) / (Math.log(hi / lo) || 1) : v / hi);
	const X = v => scale(v, xhi, left, W - right), Y = v => scale(v, yhi, H - bottom, top);
	const svg = el("svg", {viewBox: "0 0 " + W + " " + H, role: "img", "aria-label": label, "font-size": 13});
	for (const v of ticks(lo, xhi, log)) svg.append(
		el("line", {x1: X(v), x2: X(v), y1: top, y2: H - bottom, stroke: "var(--line)"}),
		el("text", {x: X(v), y: H - bottom + 17, "text-anchor": "middle", fill: "var(--dim)"}, whole(v)));
	for (const v of ticks(lo, yhi, log)) svg.append(
		el("line", {x1: left, x2: W - right, y1: Y(v), y2: Y(v), stroke: "var(--line)"}),
		el("text", {x: left - 7, y: Y(v) + 4, "text-anchor": "end", fill: "var(--dim)"}, whole(v)));
	svg.append(el("text", {x: (left + W - right) / 2, y: H - 8, "text-anchor": "middle", fill: "var(--fg)"}, xlabel),
		el("text", {x: 14, y: (top + H - bottom) / 2, "text-anchor": "middle", fill: "var(--fg)", transform: "rotate(-90 14 " + (top + H - bottom) / 2 + ")"}, ylabel));
	return {svg, X, Y};
};
const path = (xs, ys, X, Y) => xs.map((x, i) => ys[i] === null ? "" : (i ? "L" : "M") + X(x).toFixed(1) + " " + Y(ys[i]).toFixed(1)).join("");
const curve = (c, options, points) => {
	const {svg, X, Y} = plane({xs: c.x, ys: [...c.y, ...c.fit.filter(y => y !== null)], ...options});
	const fit = options.log ? c.fit.map(y => y >= 1 ? y : null) : c.fit;
	const dot = ([x, y]) => el("circle", {cx: X(x).toFixed(1), cy: Y(y).toFixed(1), r: 3, fill: "var(--noun)", opacity: 0.8});
	if (points) {
		// of words that are not on the page there is nothing to open
		const all = c.x.map((x, i) => [x, c.y[i]]), known = ([x, y]) => data.words[x - 1]?.f === y;
		svg.setAttribute("role", "group");
		svg.append(...all.filter(p => !known(p)).map(dot), ...keyed(all.filter(known), ([x, y]) => data.words[x - 1].t + " " + whole(y), ([x]) => showWord(x - 1), dot));
	}
	else svg.append(el("path", {d: path(c.x, c.y, X, Y), fill: "none", stroke: "var(--noun)", "stroke-width": 2.5}));
	if (c.fit.length) svg.append(el("path", {d: path(c.x, fit, X, Y), fill: "none", stroke: "var(--fit)", "stroke-width": 1.8, "stroke-dasharray": "6 4"}));
	return el("figure", {},
		el("h3", {}, options.label), svg,
		el("ul", {class: "legend"}, el("li", {}, el("i", {class: "b1"}), ui("observed")),
			c.fit.length > 0 && el("li", {}, swatch("var(--fit)"), ui("fitted") + " " + c.law)),
		t(c.remark) && el("p", {class: "about"}, t(c.remark)),
		download(svg, options.name));
};
const swatch = color => { const i = el("i", {}); i.style.background = color; return i; };

// ---- sections

const section = (id, title, about, ...content) => ({id, title: ui(title), node: el("section", {id, "aria-labelledby": id + "-title"},
	el("h2", {id: id + "-title", tabindex: "-1"}, ui(title)), about && el("p", {class: "about"}, ui(about)), ...content)});
const simple = (head, rows) => el("div", {class: "wide", tabindex: "0"}, el("table", {}, el("thead", {}, el("tr", {}, head.map(h => h === "" ? el("td", {}) : el("th", {scope: "col", class: h.num && "num"}, h.text || h)))),
	el("tbody", {}, rows.map(r => el("tr", {}, r.map((c, i) => el("td", {class: head[i].num && "num"}, c)))))));

const cleaningTable = () => data.cleaning.length ? simple([ui("does"), {text: ui("count"), num: true}], data.cleaning.map(c => [c.at.length ?
	el("details", {}, el("summary", {}, t(c.does), " ", el("span", {class: "small"}, c.rule)), el("ul", {class: "changes"}, c.at.map(a => el("li", {}, bdi(a.o), " → ", a.n ? bdi(a.n) : el("i", {}, ui("dropped")), " ",
		el("span", {class: "small"}, several && [bdi(data.documents[a.d].name), " "], ui("line", {n: whole(a.l)})))),
	c.at.length < c.count && el("li", {}, "…"))) : t(c.does), whole(c.count)])) : el("p", {}, ui("unchanged"));

// What a number at a glance opens.
const goTo = id => { const at = document.getElementById(id); at.scrollIntoView(); (at.querySelector("h2") || at).focus(); };
const rerender = id => { document.getElementById(id).replaceWith(wordsSection().node); keptWords.shown = step; goTo(id); };
const opensOf = (size, only) => ({
	documents: () => goTo("inputs"),
	sentences: data.passages.length && (() => show(thing("sentences", 0), only)),
	words: () => { filterWords.max = ""; filterWords.min = 1; rerender("words"); },
	hapaxes: () => { filterWords.max = 1; filterWords.min = 1; rerender("words"); },
}[size.opens]);
const opening = (text, go) => go ? el("button", {type: "button", class: "number", title: ui("opens"), onclick: go}, text) : text;
const explained = (m, name) => el("button", {type: "button", class: "number", title: ui("explains"), onclick: () => explain(t(m.name) + (name ? ", " + name : "") + ": " + real(m.value, m.decimals),
	t(m.question) && el("p", {}, t(m.question)), t(m.formula) && el("p", {class: "formula"}, t(m.formula)), t(m.doubt) && el("p", {class: "doubt"}, t(m.doubt)),
	el("p", {class: "small"}, ui("nolines")))}, real(m.value, m.decimals));

const glance = () => section("glance", "glance", "",
	el("ul", {class: "sizes"}, data.sizes.map(s => el("li", {}, el("b", {}, opening(whole(s.value), opensOf(s))), el("span", {}, t(s.label))))),
	data.notes.length > 0 && el("div", {class: "notes"}, el("strong", {}, ui("notes")), el("ul", {}, data.notes.map(n => el("li", {}, bdi(t(n)))))),
	data.diversity.length > 0 && [el("h3", {}, ui("diversity")), el("dl", {class: "measures"}, data.diversity.map(m => el("div", {}, el("dt", {}, t(m.name)),
		el("dd", {}, explained(m), t(m.doubt) && el("p", {class: "doubt"}, t(m.doubt))))))],
	el("h3", {}, ui("cleaning")), cleaningTable());

// The interval of a log ratio as a bar between the smallest and the largest on the page, with a mark at the ratio itself.
const keptKeys = {};
const keysSection = () => {
	if (!data.keys.length) return section("keys", "keys", "", el("p", {}, t(data.nokeys)));
	const most = Math.max(...data.keys.map(k => k.y ?? k.r ?? 0), 1), X = v => 100 * Math.min(1, Math.max(0, v) / most);
	const interval = k => k.r === null ? "" : el("svg", {class: "interval", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true"},
		k.x !== null && k.y !== null && el("rect", {x: X(k.x), y: 3, width: Math.max(0.5, X(k.y) - X(k.x)), height: 4, fill: "var(--accent)", opacity: 0.45}),
		el("rect", {x: Math.max(0, X(k.r) - 0.75), y: 0, width: 1.5, height: 10, fill: "var(--accent)"}));
	const columns = [
		{head: ui("word"), class: "word", value: k => keyWord(k).t, cell: k => [opener(keyWord(k).t), carrier(k)]},
		{head: ui("freq"), num: true, value: k => k.c},
		{head: ui("permillion"), num: true, opt: true, value: k => k.a, cell: k => real(k.a, 1)},
		{head: ui("inref"), num: true, opt: true, value: k => k.f},
		{head: ui("reftimes"), num: true, opt: true, value: k => k.b, cell: k => real(k.b, 1)},
		{head: ui("logratio"), num: true, value: k => k.r, cell: k => real(k.r, 2)},
		{head: "95 %", opt: true, value: k => k.x, cell: interval},
		{head: "LRC", num: true, value: k => k.l, cell: k => real(k.l, 2)},
		{head: "G²", num: true, opt: true, value: k => k.g, cell: k => real(k.g, 1)},
		{head: "DP", num: true, opt: true, value: k => keyWord(k).p, cell: k => real(keyWord(k).p, 2)},
	];
	return section("keys", "keys", "",
		el("p", {class: "about"}, bdi(ui("keysabout", {reference: t(data.reference)}))),
		t(data.refremark) && el("p", {class: "about"}, t(data.refremark)),
		table({name: "keys", kept: keptKeys, rows: data.keys, opens: k => show(thing("key", k.at)), columns}).node,
		data.keys.some(k => k.o) && el("p", {class: "small"}, "† " + ui("onlydoc")),
		data.keysentences.length > 0 && [el("h3", {}, ui("keysentences")),
			el("ol", {class: "keysentences"}, data.keysentences.map(l => el("li", {}, el("bdi", {}, marked(l)), " ", el("span", {class: "small"}, where(l)))))]);
};
const sureKey = 10.83; // the G² of p < 0.001
// A comparison: both sides face to face, the words of each, and a plane of all of them.
const compared = data.sides.length === 2;
const sidesSection = () => {
	const names = data.sides.map((s, i) => el("span", {}, (i ? "B: " : "A: "), bdi(s.name)));
	const rows = (of, value) => data.sides[0][of].map((m, i) => [t(m.label || m.name), value(m, 0), value(data.sides[1][of][i], 1)]);
	const head = ["", {text: names[0], num: true}, {text: names[1], num: true}];
	const size = (s, side) => opening(whole(s.value), opensOf(s, inSide(side)));
	const measure = (m, side) => [explained(m, "AB"[side]), t(m.doubt) && " *"];
	const doubts = [...new Set(data.sides.flatMap(s => s.diversity.map(m => t(m.doubt))).filter(d => d))];
	return section("sides", "sides", "",
		simple(head, [...rows("sizes", size), ...rows("diversity", measure)]),
		doubts.length > 0 && el("p", {class: "doubt"}, "* " + doubts.join(" ")),
		data.notes.length > 0 && el("div", {class: "notes"}, el("strong", {}, ui("notes")), el("ul", {}, data.notes.map(n => el("li", {}, bdi(t(n)))))),
		el("h3", {}, ui("similarity")),
		el("dl", {class: "measures"}, data.similarity.map(m => el("div", {}, el("dt", {}, t(m.name)), el("dd", {}, explained(m))))),
		el("p", {class: "about"}, t(data.simremark)),
		el("h3", {}, ui("cleaning")), cleaningTable());
};
// opensSide is a number of one side, which opens the lines of that side.
const opensSide = (n, x, side) => el("button", {type: "button", class: "number", title: ui("opens"), onclick: e => { e.stopPropagation(); show(x, inSide(side)); }}, whole(n));
const keptSides = [{}, {}];
const keysOfSection = () => section("keysof", "keysof", "keysofabout", el("div", {class: "two"}, [0, 1].map(side => {
	const sign = side ? -1 : 1, keys = data.keys.filter(k => sign * (k.r ?? k.g) > 0);
	return el("div", {}, el("h3", {class: side ? "c2" : "c1"}, side ? "B: " : "A: ", bdi(data.sides[side].name)),
		table({name: "keysof", kept: keptSides[side], rows: keys, opens: k => show(thing("key", k.at)), columns: [
			{head: ui("word"), class: "word", value: k => keyWord(k).t, cell: k => [opener(keyWord(k).t), carrier(k)]},
			{head: "A", num: true, value: k => k.c, cell: k => opensSide(k.c, thing("key", k.at), 0)},
			{head: "B", num: true, value: k => k.f, cell: k => opensSide(k.f, thing("key", k.at), 1)},
			{head: ui("logratio"), num: true, value: k => k.r, cell: k => real(k.r, 2)},
			{head: "LRC", num: true, value: k => k.l, cell: k => real(k.l, 2)},
			{head: "G²", num: true, opt: true, value: k => k.g, cell: k => real(k.g, 1)},
			{head: ui("adjp"), num: true, opt: true, value: k => k.p, out: k => power(k.p, 6), cell: k => power(k.p, 1).replace("e-", "e−")},
		]}).node);
})), data.keys.some(k => k.o) && el("p", {class: "small"}, "† " + ui("onlydoc")));
// carrier names the document to which a word owes that it is key.
const carrier = k => k.o > 0 && el("span", {class: "carrier"}, "† ", bdi(fileName(data.documents[k.o - 1])));

const scatterSection = () => {
	const figure = el("figure", {});
	const draw = () => {
		const p = data.scatters.find(p => p.narrow === narrow()), color = w => ["var(--dim)", "var(--noun)", "var(--predicate)"][data.sure[w]];
		const svg = el("svg", {viewBox: "0 0 " + p.width + " " + p.height, role: "group", "aria-label": ui("scatter"), "font-size": 13});
		for (const {at, label} of p.across) svg.append(
			el("line", {x1: at, x2: at, y1: p.top, y2: p.bottom, stroke: "var(--line)"}), el("text", {x: at, y: p.bottom + 17, "text-anchor": "middle", fill: "var(--dim)"}, label));
		for (const {at, label} of p.up) svg.append(
			el("line", {x1: p.left, x2: p.right, y1: at, y2: at, stroke: "var(--line)"}), el("text", {x: p.left - 7, y: at + 4, "text-anchor": "end", fill: "var(--dim)"}, label));
		const [x1, y1, x2, y2] = p.diagonal, middle = (p.top + p.bottom) / 2;
		svg.append(el("line", {x1, y1, x2, y2, stroke: "var(--dim)", "stroke-dasharray": "4 4"}),
			el("text", {x: (p.left + p.right) / 2, y: p.height - 8, "text-anchor": "middle", fill: "var(--fg)"}, "A: " + ui("logpermillion")),
			el("text", {x: 14, y: middle, "text-anchor": "middle", fill: "var(--fg)", transform: "rotate(-90 14 " + middle + ")"}, "B: " + ui("logpermillion")));
		const name = w => data.words[w].t + " A " + whole(data.words[w].f - data.words[w].b) + ", B " + whole(data.words[w].b);
		for (const w of [...p.order].reverse()) svg.append(
			el("circle", {cx: p.points[w][0], cy: p.points[w][1], r: 3, fill: color(w), opacity: 0.7, class: "point", onclick: () => showWord(w)}, el("title", {}, name(w))));
		svg.append(...keyed(p.labels, l => name(l.w), l => showWord(l.w), l => [
			el("text", {x: l.x, y: l.y, fill: color(l.w), class: "halo"}, data.words[l.w].t)]));
		put(figure, svg, el("ul", {class: "legend"},
			data.sides.map((s, i) => el("li", {}, swatch(i ? "var(--predicate)" : "var(--noun)"), (i ? "B: " : "A: "), bdi(s.name))), el("li", {}, swatch("var(--dim)"), ui("neither"))),
			download(svg, "scatter"));
	};
	draw();
	return section("scatter", "scatter", "scatterabout", figure);
};

const keyWords = new Set(data.keys.filter(k => k.g >= sureKey).flatMap(k => k.i));

const keptCloud = {nouns: false};
const cloudSection = () => {
	const figure = el("figure", {});
	const draw = () => {
		const c = data.clouds.find(c => c.nouns === keptCloud.nouns && c.narrow === narrow());
		const svg = el("svg", {viewBox: "0 0 " + c.width + " " + c.height, role: "group", "aria-label": ui("cloud"), "font-weight": "bold"});
		svg.append(...keyed(c.words, p => data.words[p.w].t + " " + whole(data.words[p.w].f), p => showWord(p.w), p => [
			el("text", {x: p.x, y: p.y, "font-size": p.s, fill: "currentColor", class: "cloudword " + (keyWords.size ? "k" + Number(keyWords.has(p.w)) : "c" + data.words[p.w].c)}, data.words[p.w].t)]));
		const seen = new Set(c.words.map(p => data.words[p.w].c));
		put(figure,
			el("div", {class: "bar"}, data.words.some(w => w.c === 1) && data.words.some(w => w.c !== 1) && choice(ui("cloud"), [["all", ui("all")], ["nouns", ui("nouns")]], keptCloud.nouns ? "nouns" : "all", v => { keptCloud.nouns = v === "nouns"; draw(); })),
			svg, keyWords.size ? el("ul", {class: "legend"}, el("li", {}, swatch("var(--accent)"), ui("iskey")), el("li", {}, swatch("var(--dim)"), ui("nokey"))) :
			seen.size > 1 && el("ul", {class: "legend"}, [1, 2, 3, 0].filter(k => seen.has(k)).map(k => el("li", {}, el("i", {class: "b" + k}), ui(classes[k])))),
			download(svg, "cloud"));
	};
	draw();
	return section("cloud", "cloud", "cloudabout", figure);
};

const keptWords = {}, filterWords = {text: "", class: "", min: 1, max: ""};
const wordsSection = () => {
	const most = data.words.length ? data.words[0].f : 1;
	const columns = [
		{head: ui("rank"), num: true, rising: true, opt: true, value: w => w.rank},
		{head: ui("word"), class: "word", value: w => w.t, cell: w => opener(w.t)},
		{head: ui("pos"), value: w => w.g, cell: w => [el("span", {class: "c" + w.c}, t(w.n)), " ", el("span", {class: "small opt"}, w.g)]},
		{head: ui("freq"), num: true, value: w => w.f, cell: w => [meter(w.f, most), whole(w.f)]},
		compared && {head: "A", num: true, value: w => w.f - w.b, cell: w => opensSide(w.f - w.b, thing("word", w.rank - 1), 0)},
		compared && {head: "B", num: true, value: w => w.b, cell: w => opensSide(w.b, thing("word", w.rank - 1), 1)},
		{head: ui("permillion"), num: true, opt: true, value: perMillion, cell: w => real(perMillion(w), 1)},
		{head: ui("docs"), num: true, opt: true, value: w => w.d},
		{head: ui("dp"), num: true, opt: true, value: w => w.p, cell: w => real(w.p, 3)},
	].filter(c => c && (c.head !== ui("docs") || several) && (c.head !== ui("pos") || data.words.some(w => w.g)) && (c.head !== ui("dp") || data.words.some(w => w.p !== null)));
	const tab = table({name: "words", columns, rows: data.words, kept: keptWords, opens: w => showWord(w.rank - 1), filter: w => {
		const f = filterWords;
		return w.f >= f.min && (!f.max || w.f <= f.max) && (!f.class || (f.class[0] === "." ? "." + classes[w.c] === f.class : w.g === f.class)) &&
			(!f.text || w.t.toLowerCase().includes(f.text) || initials(w.t).includes(f.text));
	}});
	const input = (attrs, name, read) => el("input", {...attrs, oninput: e => { filterWords[name] = read(e.target.value); keptWords.shown = step; tab.fill(); }});
	const search = input({type: "search", id: "search", placeholder: ui("searchhint"), autocomplete: "off"}, "text", v => v.trim().normalize("NFC").toLowerCase());
	search.value = filterWords.text;
	const min = input({type: "number", min: 1, id: "minfreq"}, "min", v => Math.max(1, Number(v) || 1));
	min.value = filterWords.min;
	const max = input({type: "number", min: 1, id: "maxfreq"}, "max", v => Number(v) || "");
	max.value = filterWords.max;
	const tags = [...new Map(data.words.filter(w => w.g).map(w => [w.g, w.n]))];
	const select = el("select", {id: "class", onchange: e => { filterWords.class = e.target.value; keptWords.shown = step; tab.fill(); }},
		el("option", {value: ""}, ui("all")),
		classes.filter((c, k) => data.words.some(w => w.c === k)).map(c => el("option", {value: "." + c, selected: filterWords.class === "." + c}, ui(c))),
		tags.map(([g, n]) => el("option", {value: g, selected: filterWords.class === g}, t(n) + " " + g)));
	return section("words", "words", "wordsabout",
		data.words.length < data.types && el("p", {class: "about"}, ui("ofall", {n: whole(data.words.length), all: whole(data.types)})),
		el("div", {class: "bar"}, el("label", {}, ui("search"), search), tags.length > 0 && el("label", {}, ui("pos"), select), el("label", {}, ui("minfreq"), min), el("label", {}, ui("maxfreq"), max)),
		tab.node, data.words.some(w => w.p !== null) && el("p", {class: "small"}, t(data.spread)));
};

// stripsTogether are the strips of the section as one figure.
const stripsTogether = words => {
	const row = 24, left = 150, width = 720, svg = el("svg", {viewBox: "0 0 " + (left + width + 10) + " " + (words.length * row + 10), "font-size": 13});
	words.forEach((w, i) => {
		const most = Math.max(...w.s.filter((_, k) => k % 2)), y = 5 + i * row;
		svg.append(el("text", {x: left - 60, y: y + 16, "text-anchor": "end", fill: "var(--fg)"}, w.t.slice(0, 12)), el("text", {x: left - 10, y: y + 16, "text-anchor": "end", fill: "var(--dim)"}, whole(w.f)),
			el("rect", {x: left, y: y + 2, width, height: row - 6, fill: "var(--soft)"}));
		for (let k = 0; k < w.s.length; k += 2)
			svg.append(el("rect", {x: left + w.s[k] * width / places, y: y + 2, width: width / places, height: row - 6, fill: "var(--accent)", opacity: shade(w.s[k + 1], most)}));
	});
	return svg;
};
const stripsSection = () => section("strips", "strips", "stripsabout", el("div", {class: "strips"},
	data.words.slice(0, 30).flatMap((w, i) => [
		el("span", {class: "name"}, el("button", {type: "button", title: ui("opens"), onclick: () => showWord(i)}, bdi(w.t))),
		el("span", {class: "num small"}, whole(w.f)),
		el("div", {onclick: () => showWord(i)}, stripFigure(w)),
	]), el("div", {class: "ends"}, el("span", {}, ui("begin")), el("span", {}, ui("end")))), download(() => stripsTogether(data.words.slice(0, 30)), "strips"));

const byDocumentSection = () => section("bydocument", "bydocument", "bydocumentabout", el("ul", {class: "own"}, data.documents.map((d, at) => el("li", {},
	el("h3", {title: d.name}, bdi(fileName(d))), el("p", {class: "small"}, ui("sentences") + " " + whole(d.sentences), " · ", ui("eojeols") + " " + whole(d.eojeols), " · ", ui("tokens") + " " + whole(d.tokens)),
	el("ul", {class: "chips"}, d.own.map(([w, n]) => el("li", {}, el("button", {type: "button", onclick: () => showWord(w, data.limit ? undefined : inDocument(at))}, bdi(data.words[w].t), " " + whole(n)))))))));

const gramName = g => g.w.map(k => data.words[k].t).join(" ");
const keptGrams = {}, keptPairs = {}, keptDocs = {};
const gramsSection = () => section("ngrams", "ngrams", "ngramsabout", table({name: "ngrams", kept: keptGrams, rows: data.ngrams, opens: g => show(thing("ngram", g.at)), columns: [
	{head: ui("ngram"), class: "word", value: gramName, cell: g => opener(gramName(g))},
	{head: ui("n"), num: true, value: g => g.w.length},
	{head: ui("freq"), num: true, value: g => g.f, cell: g => [meter(g.f, Math.max(...data.ngrams.map(h => h.f))), whole(g.f)]},
]}).node);
const pairsSection = () => section("pairs", "pairs", "pairsabout", table({name: "pairs", kept: keptPairs, rows: data.pairs, opens: p => show(thing("pair", p.at)), columns: [
	{head: ui("first"), class: "word", value: p => data.words[p.a].t, cell: p => opener(data.words[p.a].t)},
	{head: ui("second"), value: p => data.words[p.b].t},
	{head: ui("together"), num: true, value: p => p.o},
	{head: ui("sentencesa"), num: true, opt: true, value: p => p.x},
	{head: ui("sentencesb"), num: true, opt: true, value: p => p.y},
	{head: "logDice", num: true, opt: true, value: p => p.d, cell: p => real(p.d, 2)},
	{head: "nPMI", num: true, opt: true, value: p => p.n, cell: p => real(p.n, 2)},
	{head: "G²", num: true, value: p => p.g, cell: p => real(p.g, 1)},
]}).node);
const mapSection = () => {
	const figure = el("figure", {});
	const draw = () => {
		const m = data.maps.find(m => m.narrow === narrow()) || data.maps[0];
		const svg = el("svg", {viewBox: "0 0 " + m.width + " " + m.height, role: "group", "aria-label": ui("map")});
		const strength = m.edges.map(e => data.pairs[e.p].d), lo = Math.min(...strength), hi = Math.max(...strength);
		svg.append(...keyed(m.edges, e => thing("pair", e.p).name + " " + whole(data.pairs[e.p].o), e => show(thing("pair", e.p)), e => {
			const a = m.nodes[e.a], b = m.nodes[e.b], line = {x1: a.x, y1: a.y, x2: b.x, y2: b.y};
			return [el("line", {...line, stroke: "var(--dim)", opacity: 0.5, "stroke-width": (1 + 4 * (data.pairs[e.p].d - lo) / (hi - lo || 1)).toFixed(1)}),
				el("line", {...line, stroke: "var(--bg)", opacity: 0, "stroke-width": 12})];
		}));
		svg.append(...keyed(m.nodes, n => data.words[n.w].t + " " + whole(data.words[n.w].f), n => showWord(n.w), n => [
			el("text", {x: n.x, y: (n.y + n.s * 0.36).toFixed(1), "font-size": n.s, "font-weight": "bold", "text-anchor": "middle", fill: "currentColor", class: "cloudword halo c" + data.words[n.w].c}, data.words[n.w].t)]));
		put(figure, svg, download(svg, "map"));
	};
	draw();
	return section("map", "map", "mapabout", figure);
};
const curvesSection = () => section("curves", "curves", "", el("div", {class: "two"},
	curve(data.growth, {name: "growth", label: ui("growth"), xlabel: ui("growthx"), ylabel: ui("growthy")}),
	curve(data.ranks, {name: "ranks", label: ui("ranks"), xlabel: ui("ranksx"), ylabel: ui("ranksy"), log: true}, true)));
const methodSection = () => section("method", "method", "",
	data.method.map(m => el("p", {}, bdi(t(m)))),
	data.formulas.length > 0 && [el("h3", {}, ui("formulas")), simple([ui("measure"), ui("formula"), ui("source")], data.formulas.map(f => [t(f.name), el("span", {class: "formula"}, t(f.formula)), f.source]))],
	el("h3", {id: "inputs", tabindex: "-1"}, ui("provenance")),
	data.documents.length < data.alldocuments && el("p", {class: "about"}, ui("somedocuments", {n: whole(data.documents.length), all: whole(data.alldocuments)})),
	table({name: "documents", kept: keptDocs, rows: data.documents, columns: [
		{head: ui("document"), value: d => d.name, cell: d => bdi(d.name)},
		{head: ui("encoding"), opt: true, value: d => d.encoding},
		{head: ui("bytes"), num: true, opt: true, value: d => d.bytes},
		{head: ui("sentences"), num: true, value: d => d.sentences},
		{head: ui("eojeols"), num: true, opt: true, value: d => d.eojeols},
		{head: ui("tokens"), num: true, value: d => d.tokens},
	]}).node,
	record && recordParts(),
	el("p", {class: "small"}, ui("madeby") + " " + data.program));

// The record of the run, which kstat rerun and kstat methods read too. What it holds came from outside: other than the rest of
// the page it is as it was given, and is made harmless here.
const recordNode = document.getElementById("record");
const record = recordNode && JSON.parse(recordNode.textContent);
const outside = s => typeof s === "string" ? s.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd") : "\ufffd";
const hash = sum => sum ? el("div", {class: "hash small"}, "SHA-256 " + sum) : null;
const recordParts = () => [
	el("h3", {}, ui("record")),
	el("p", {class: "small"}, ui("recordabout")),
	el("div", {class: "bar"}, el("button", {type: "button", onclick: () => save(new Blob([recordNode.textContent], {type: "application/json"}), "kstat-record.json")}, ui("saverecord"))),
	simple(["", ""], [
		[ui("program"), record.program.name + " " + record.program.version + (record.program.revision ? " (" + record.program.revision + ")" : "")],
		[ui("model"), [ui("modelformat", {n: record.model.format}), hash(record.model.sha256)]],
		[ui("command"), bdi([record.command, ...record.arguments.map(outside)].join(" "))],
		...record.seed === null ? [] : [[ui("seed"), String(record.seed)]],
	]),
	el("h4", {}, ui("inputs")),
	simple([ui("file"), {text: ui("bytes"), num: true}, ui("encoding")], record.inputs.map(i => [[bdi(outside(i.path)), hash(i.sha256)], whole(i.bytes), i.error || i.encoding || ""])),
	el("h4", {}, ui("options")),
	simple([ui("option"), ui("value"), ""], record.options.map(o => ["--" + o.name, bdi(o.values ? o.values.map(outside).join(", ") : o.value === "true" ? ui("given") : o.value === "false" ? ui("notgiven") : outside(o.value)), el("span", {class: "small"}, o.default ? ui("isdefault") : "")])),
];

// ---- the page

const render = () => {
	document.documentElement.lang = ["en", "ko"][state.lang];
	if (state.theme === "auto") delete document.documentElement.dataset.theme;
	else document.documentElement.dataset.theme = state.theme;
	status.textContent = "";
	const sections = [compared ? sidesSection() : glance()];
	if (compared && data.keys.length) sections.push(keysOfSection(), scatterSection());
	if (!compared && (data.keys.length || t(data.nokeys))) sections.push(keysSection());
	if (!compared && data.words.length) sections.push(cloudSection());
	if (data.words.length) sections.push(wordsSection(), stripsSection());
	if (data.documents.some(d => d.own.length)) sections.push(byDocumentSection());
	if (data.ngrams.length) sections.push(gramsSection());
	if (data.pairs.length) sections.push(pairsSection());
	if (data.maps.length) sections.push(mapSection());
	if (data.growth.x.length > 1) sections.push(curvesSection());
	sections.push(methodSection());
	const toTop = id => e => { e.preventDefault(); document.getElementById(id).scrollIntoView(); };
	panel = el("dialog", {"aria-labelledby": "paneltitle", onclose: () => { // comes a moment later: the address may have gone on, or the panel be open again
		if (!panel.open && opened?.hash && asked()?.hash === opened.hash) history.pushState(null, "", location.pathname + location.search);
	}, onclick: e => { if (e.target === panel) panel.close(); }});
	put(app,
		el("a", {class: "skip", href: "#main", onclick: toTop("main")}, ui("skip")),
		el("header", {}, el("p", {class: "kind"}, ui(compared ? "comparison" : "report")), el("h1", {}, bdi(data.title)),
			el("div", {class: "bar"},
				choice(ui("language"), [[1, "한국어"], [0, "English"]], state.lang, v => { state.lang = v; render(); app.querySelector(".bar button[aria-pressed=true]").focus(); }),
				choice(ui("theme"), [["auto", ui("auto")], ["light", ui("light")], ["dark", ui("dark")]], state.theme, v => { state.theme = v; render(); app.querySelectorAll(".bar .group")[1].querySelector("[aria-pressed=true]").focus(); }),
				el("button", {type: "button", onclick: () => print()}, ui("print"))),
			el("nav", {"aria-label": ui("contents")}, el("ul", {}, sections.map(s => el("li", {}, el("a", {href: "#" + s.id, onclick: toTop(s.id)}, s.title)))))),
		el("main", {id: "main", tabindex: "-1"}, sections.map(s => s.node)),
		el("footer", {}, status), panel);
};
data.words.forEach((w, i) => { w.rank = i + 1; });
data.keys.forEach((k, i) => { k.at = i; });
data.ngrams.forEach((g, i) => { g.at = i; });
data.pairs.forEach((p, i) => { p.at = i; });
render();
addEventListener("hashchange", route);
let wasNarrow = narrow();
addEventListener("resize", () => {
	if (narrow() === wasNarrow || panel.open) return;
	wasNarrow = narrow();
	render();
});
if (location.hash) {
	route();
	const at = document.getElementById(location.hash.slice(1));
	if (at) at.scrollIntoView();
}
})();
