package tokenize

// UnitNoun counts nouns, and in a predicate or a quality that is made of a noun the noun: 사용 in 사용되다, 불필요 in
// 불필요하다, 개방 in 개방적 and 개방성, so that a topic counts once in all its shapes. Suffixes that name another thing stay:
// 민주화, 비판자, 선생님. A root that is no noun, 지루 in 지루하다, does not count. Whoever wants 가능성 and 정체성 as they
// stand counts words. Bound nouns, pronouns and numerals are counted where their tags are asked for.
var UnitNoun = Unit{Name: "noun", Spaced: true, Tagged: true, Default: NounTags, Holds: NounTags | Tags(NNB, NP, NR), draw: func(x *Extractor) { drawWords(x, false) }}
