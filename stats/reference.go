package stats

// Reference gives the full reference of a source key ("Dunning 1993"); ok is false where the key is unknown.
func Reference(key string) (text string, ok bool) {
	text, ok = references[key]
	return text, ok
}

var references = map[string]string{}
