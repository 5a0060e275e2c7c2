# sastra: notes in input/ to bilingual PDFs in out/.   make help

# -- what is built ------------------------------------------------------------------------------------------------
BUILD   ?= build
CC      ?= gcc
OPT     ?= -O2
PREFIX  ?= /usr/local
CFLAGS  ?= $(OPT) -g
override CFLAGS += -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wconversion -pthread -Isrc $(SAN)
PKGS     = harfbuzz harfbuzz-subset libcmark yaml-0.1 libpng libjpeg libdeflate
PKG_CFLAGS := $(shell pkg-config --cflags-only-I $(PKGS) 2>/dev/null)
override CFLAGS += $(PKG_CFLAGS)
LIBS     = -lhpdf -lcsv -lhyphen $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lz -lm -lmd -pthread

SRC  := $(sort $(wildcard src/*/*.c src/*/*/*.c))
OBJ  := $(SRC:src/%.c=$(BUILD)/%.o)
LIB  := $(BUILD)/libsastra.a
MAIN := $(patsubst src/%.c,$(BUILD)/%.o,$(wildcard src/*.c))
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))

# -- what is needed, by Debian's names ------------------------------------------------------------------------------
NEED = gcc libc6-dev pkg-config libhpdf-dev libcmark-dev libcsv-dev libharfbuzz-dev libyaml-dev \
       libhyphen-dev hyphen-en-us hyphen-en-gb libpng-dev libjpeg-dev libdeflate-dev zlib1g-dev libmd-dev icc-profiles-free \
       fonts-noto-core fonts-noto-mono fonts-khmeros fonts-droid-fallback
NEED_TEST = libcmocka-dev qpdf poppler-utils mupdf-tools clang libclang-rt-dev clang-tidy clang-format cppcheck \
       python3

FONTS = NotoSerifKhmer-Regular NotoSerifKhmer-Bold NotoSansKhmer-Regular NotoSansKhmer-Bold \
        NotoSerif-Regular NotoSerif-Bold NotoSerif-Italic NotoSerif-BoldItalic \
        NotoSans-Regular NotoSans-Bold NotoSans-Italic NotoSans-BoldItalic NotoSansMono-Regular NotoSansMono-Bold \
        NotoSansSymbols-Regular NotoSansSymbols2-Regular NotoSansMath-Regular NotoSansThai-Regular NotoSansLao-Regular \
        NotoSansMyanmar-Regular NotoSansTamil-Regular NotoSansDevanagari-Regular DroidSansFallbackFull \
        KhmerOS KhmerOSmuol KhmerOSmuollight KhmerOSbattambang KhmerOSsiemreap KhmerOScontent KhmerOSbokor

.PHONY: all build test unit asan wide fuzz fuzzers lint format bench install clean help deps deps-test fonts words
all: fonts build
	@$(BUILD)/sastra build -i input -o out; s=$$?; \
	 if [ $$s -le 1 ]; then exit 0; else exit $$s; fi

help:
	@sed -n 's/^## //p' $(firstword $(MAKEFILE_LIST))

## make              set up what is missing, build the program, make out/ from input/
## make test         set up what is missing, run every test
## make build        the program alone: build/sastra
## make wide         100 inputs made by chance, each PDF walked clause by clause (WIDE=… SEED=…)
## make asan         every test under AddressSanitizer and UndefinedBehaviorSanitizer
## make fuzz         the fuzzers, FUZZ_SECONDS each (60)
## make lint         clang-format, clang-tidy, cppcheck, the rooms
## make bench        times, as ratios
## make words        remake the word list (maintainers; needs deb-src)
## make install      to PREFIX (/usr/local)
## make clean        remove build/ and what is made in fonts/ and out/
## DEPS=skip         leave the system's packages alone

# -- set-up ---------------------------------------------------------------------------------------------------------
define install_missing
	@[ "$(DEPS)" = skip ] || { missing=; for p in $(1); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	 if [ -n "$$missing" ]; then \
	  echo "sastra: installing from Debian / កំពុងដំឡើង៖$$missing"; \
	  if [ "$$(id -u)" = 0 ]; then s=; else s=sudo; fi; \
	  $$s apt-get update -q && \
	  $$s env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; fi; }
endef

deps:
	$(call install_missing,$(NEED))

deps-test:
	$(call install_missing,$(NEED) $(NEED_TEST))

fonts: deps
	@mkdir -p fonts; for f in $(FONTS); do [ -f fonts/$$f.ttf ] || { \
	  p=$$(find /usr/share/fonts/truetype -name $$f.ttf | sort | head -n 1); \
	  if [ -n "$$p" ]; then cp "$$p" fonts/$$f.ttf; else echo "sastra: no font $$f.ttf on this system" >&2; fi; }; done

# -- build ----------------------------------------------------------------------------------------------------------
build: deps
	@$(MAKE) --no-print-directory $(BUILD)/sastra

$(BUILD)/sastra: $(MAIN) $(LIB)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(LIB): $(OBJ)
	@rm -f $@
	ar rcsD $@ $^

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/unit/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Wno-conversion -Itests/unit -MMD -MP -MF $@.d $(LDFLAGS) -o $@ $< $(LIB) -lcmocka $(LIBS)

unit: $(UNIT)

# -- tests ----------------------------------------------------------------------------------------------------------
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FUZZERS := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(wildcard tests/fuzz/*.c))
FUZZ_SECONDS ?= 60

test: deps-test fonts
	@$(MAKE) --no-print-directory $(BUILD)/sastra unit
	@tests/run $(BUILD)

asan: deps-test fonts
	@$(MAKE) --no-print-directory BUILD=build/asan CC=clang OPT=-O1 SAN="$(SANITIZE)" build/asan/sastra unit
	@FAULTS=60 tests/run build/asan

# WIDE=100 inputs made by chance, from SEED; UDHR, COMMONMARK: see tests/wide/test_wide.py
wide: deps-test fonts
	@$(MAKE) --no-print-directory $(BUILD)/sastra
	@WIDE=$(or $(WIDE),100) tests/run $(BUILD) wide

fuzz: deps-test fonts
	@$(MAKE) --no-print-directory BUILD=build/fuzz CC=clang OPT=-O1 \
	  SAN="$(SANITIZE) -fsanitize=fuzzer-no-link" fuzzers
	@for f in $(FUZZERS); do n=$$(basename $$f); mkdir -p build/fuzz/corpus/$$n; \
	  echo "fuzz $$n: $(FUZZ_SECONDS) s"; \
	  $$f -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=0 \
	    -artifact_prefix=build/fuzz/ build/fuzz/corpus/$$n tests/fuzz/seeds/$$n || exit 1; done
	@echo "fuzz: nothing found"

fuzzers: $(FUZZERS)

build/fuzz/%: tests/fuzz/%.c $(LIB)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -fsanitize=fuzzer -o $@ $< $(LIB) $(LIBS)

LINTED = $(wildcard src/*.c) $(SRC)
lint: deps-test
	@if clang-format --version | grep -q 'version 14\.'; then \
	  clang-format --dry-run --Werror $(LINTED) $(wildcard src/*/*.h src/*/*/*.h tests/unit/*.[ch] tests/fuzz/*.c); \
	  else echo "sastra: format is checked with clang-format 14 only"; fi
	python3 tests/rooms.py
	@: one file a run: clang-tidy 14 takes a va_list for unset in the second file it reads
	@echo $(LINTED) | xargs -n 1 -P "$$(nproc)" sh -c \
	  "clang-tidy --quiet --warnings-as-errors='*' \"\$$@\" -- -std=c11 -D_GNU_SOURCE -Isrc $(PKG_CFLAGS) 2>/dev/null" tidy
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability --inline-suppr \
	  --suppress=missingIncludeSystem --suppress=internalAstError -D_GNU_SOURCE -DDIAG\(...\)= -Isrc src

format:
	clang-format -i $(LINTED) $(wildcard src/*/*.h src/*/*/*.h tests/unit/*.[ch] tests/fuzz/*.c)

bench: build
	@python3 tests/bench/run $(BUILD)

install: build
	install -D -m 755 $(BUILD)/sastra $(DESTDIR)$(PREFIX)/bin/sastra
	install -d $(DESTDIR)$(PREFIX)/share/sastra/fonts
	install -m 644 $(wildcard fonts/*.ttf) $(DESTDIR)$(PREFIX)/share/sastra/fonts

-include $(OBJ:.o=.d) $(MAIN:.o=.d) $(UNIT:=.d)

# -- the word list (maintainers, Debian 12 with a deb-src line: see src/khmer/NOTICE) ----------------------------------
words:
	@rm -rf $(BUILD)/words && mkdir -p $(BUILD)/words/help
	cd $(BUILD)/words && apt-get source -q --download-only icu && apt-get download -q libreoffice-help-km
	cd $(BUILD)/words && tar -xzf icu_*.orig.tar.gz -O --wildcards '*/source/data/in/icudt*l.dat' >icudt.dat
	cd $(BUILD)/words && for d in libreoffice-help-km_*.deb; do dpkg-deb -x $$d help; done
	python3 src/khmer/make_words.py $(BUILD)/words/icudt.dat $(BUILD)/words/help src/khmer/words-common.txt \
	  src/khmer/words.bin

$(BUILD)/khmer/lexicon.o: src/khmer/words.bin

clean:
	rm -rf build
	git clean -q -f -d -X fonts out
