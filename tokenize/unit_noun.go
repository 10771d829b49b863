package tokenize

// UnitNoun counts nouns, and in a predicate that is made of a noun the noun: 사용 in 사용되다, 불필요 in 불필요하다.
// A root that is no noun, 지루 in 지루하다, does not count.
var UnitNoun = Unit{Name: "noun", Spaced: true, Tagged: true, Default: NounTags, draw: func(x *Extractor) { drawWords(x, false) }}
