# A menu: `make` lists what can be made.

GO      ?= go
FUZZTIME ?= 60s
DATA    ?= ../shared/data
TOOLS   ?= $(DATA)/../tools
VERSION ?=
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

LDFLAGS = -s -w $(if $(VERSION),-X kstat/cmd.Version=$(VERSION))
STATIC  = CGO_ENABLED=0 $(GO) build -trimpath -ldflags "$(LDFLAGS)"
SYSTEMS = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64

.DEFAULT_GOAL := help
.PHONY: help build release test race fuzz bench accuracy model browser generate lint cover clean

help: ## list what can be made
	@awk -F':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## a static program for this machine, in bin/
	$(STATIC) -o bin/ ./cmd/kstat

release: ## programs for linux, macOS and windows, amd64 and arm64, with checksums and licences, in dist/
	rm -rf dist && mkdir -p dist
	for system in $(SYSTEMS); do \
		os=$${system%/*}; arch=$${system#*/}; end=; [ $$os != windows ] || end=.exe; \
		GOOS=$$os GOARCH=$$arch $(STATIC) -o dist/kstat-$$os-$$arch$$end ./cmd/kstat || exit 1; \
	done
	{ cat LICENSE NOTICE; for system in $(SYSTEMS); do \
		GOOS=$${system%/*} $(GO) list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}' ./cmd/kstat; \
	done | LC_ALL=C sort -u | while read -r path dir; do \
		for file in "$$dir"/LICENSE* "$$dir"/UNLICENSE* "$$dir"/NOTICE*; do \
			[ ! -f "$$file" ] || { printf '\n\n==== %s\n\n' "$$path"; cat "$$file"; }; \
		done; \
	done; } > dist/LICENSES.txt
	cd dist && sha256sum kstat-* LICENSES.txt > SHA256SUMS

test: ## all tests
	$(GO) test ./...

race: ## all tests under the race detector (needs a C compiler)
	$(GO) test -race ./...

fuzz: ## every fuzz target for FUZZTIME (60s) each
	@for pkg in $$($(GO) list ./...); do \
		for target in $$($(GO) test -list '^Fuzz' $$pkg | grep '^Fuzz'); do \
			echo "$$pkg $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 5x $$pkg || exit 1; \
		done; \
	done

bench: ## all benchmarks
	$(GO) test -run '^$$' -bench . -benchmem ./...

accuracy: build ## measure the analyser on DATA, by set, by tag and by confusion, and write testdata/accuracy.txt (needs Python)
	@{ echo '# How well the analyses of kstat agree with tagged text that the model has not seen. Written by make accuracy.'; \
	echo '# kaist: news, fiction, academic prose, tagged by hand. ksl: learners of Korean, tagged by hand. gsd-auto: the web,'; \
	echo '# tagged by another analyser, so a check against surprises rather than a truth. disamb-krdict: the share of'; \
	echo '# dictionary examples in which a surface that two predicates share (걸어: 걷다, 걸다) is given to the right one.'; \
	echo '# foldedF1 is the headline: F1 over form/TAG, small differences between tagging manuals folded.'; \
	for set in kaist ksl gsd-auto; do python3 $(TOOLS)/score.py tsv $(DATA)/dev/$$set.tsv -- bin/kstat tokenize || exit 1; done; \
	python3 $(TOOLS)/score.py disamb $(DATA)/dev/disamb-krdict.tsv -- bin/kstat tokenize && \
	echo '# Sentences written for kstat (testdata/ambiguous): the share in which a word that may be another is read rightly.' && \
	for set in testdata/ambiguous/*.tsv; do python3 $(TOOLS)/score.py disamb $$set -- bin/kstat tokenize || exit 1; done && \
	$(GO) run ./tokenize/train -accuracy 'bin/kstat tokenize --no-clean' -data $(DATA); } > bin/accuracy.txt
	mv bin/accuracy.txt testdata/accuracy.txt
	cat testdata/accuracy.txt

model: ## learn the model anew from DATA
	mkdir -p bin && cd tools && $(GO) run ./names > ../bin/names.txt
	$(GO) run ./tokenize/train -data $(DATA) -names bin/names.txt -o tokenize/internal/model/kstat.model

browser: ## the tests of pages, in Chromium
	cd tools && $(GO) test -count=1 ./browser

generate: ## what is made from DATA, but for the model: the counts of the Sejong corpus
	cd corpus/sejong && $(GO) run gen.go -o counts.bin $(abspath $(DATA))/train/komoran.dic.word

lint: ## gofmt, vet, staticcheck
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$unformatted" ] || { echo "not gofmt-ed: $$unformatted"; exit 1; }
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...

cover: ## tests with their coverage, as a page in bin/coverage.html
	mkdir -p bin && $(GO) test -coverpkg=./... -coverprofile=bin/coverage.out ./...
	$(GO) tool cover -func=bin/coverage.out | tail -1
	$(GO) tool cover -html=bin/coverage.out -o bin/coverage.html

clean: ## what was made
	rm -rf bin dist
