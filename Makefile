# sastra: notes in input/ to bilingual PDFs in out/.   make help

# -- what is built ------------------------------------------------------------------------------------------------
BUILD   ?= build
ifeq ($(origin CC),default)
CC       = gcc
endif
OPT     ?= -O2
PREFIX  ?= /usr/local
# The release, and from a git checkout the commit: what `sastra version` says. PDFs do not hold it.
RELEASE  = 0.2
COMMIT  := $(shell git describe --always --dirty --abbrev=8 2>/dev/null)
CFLAGS  ?= $(OPT) -g
override CFLAGS += -std=c11 -D_GNU_SOURCE -Wall -Wextra -Wshadow -Wconversion -fPIC -fvisibility=hidden -pthread -Isrc $(SAN)
PKGS     = harfbuzz harfbuzz-subset libcmark yaml-0.1 libpng libjpeg libdeflate expat libqrencode nettle
LOADED   = libzip libqpdf
PKG_CFLAGS := $(shell pkg-config --cflags-only-I $(PKGS) 2>/dev/null)
LOADED_CFLAGS := $(foreach l,$(LOADED),$(shell pkg-config --cflags-only-I $(l) 2>/dev/null))
override CFLAGS += $(PKG_CFLAGS)
LIBS     = -lhpdf -lcsv -lhyphen $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lz -lm -pthread $(if $(SAN),$(SAN_LIBS))
# What libqpdf throws, once it is loaded, goes through the sanitizer, which has to have found the C++ library before.
SAN_LIBS = -Wl,--no-as-needed -lstdc++ -Wl,--as-needed

# The program is main.c and the command line; all else is the library. INNER, of both but main.c, shows its insides to
# `sastra dump`, the unit tests and the fuzzers; what is installed shows sastra.h alone.
COMMAND = $(wildcard src/app/command/*.c)
SRC   := $(sort $(wildcard src/*/*.c src/*/*/*.c) src/sastra.c)
OBJ   := $(SRC:src/%.c=$(BUILD)/%.o)
MAIN  := $(BUILD)/main.o
INNER := $(BUILD)/inner.a
LIBOBJ := $(filter-out $(COMMAND:src/%.c=$(BUILD)/%.o),$(OBJ))
SONAME = libsastra.so.0
comma  := ,
LIB   := $(BUILD)/libsastra.a $(BUILD)/$(SONAME) $(BUILD)/libsastra.so $(BUILD)/sastra.pc
UNIT  := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
API   := $(patsubst tests/api/%,$(BUILD)/api/%,$(basename $(wildcard tests/api/*.c tests/api/*.cc)))

# -- what is needed, by Debian's names ------------------------------------------------------------------------------
NEED = gcc libc6-dev pkg-config libhpdf-dev libcmark-dev libcsv-dev libharfbuzz-dev libyaml-dev \
       libhyphen-dev hyphen-en-us hyphen-en-gb libpng-dev libjpeg-dev libdeflate-dev libzip-dev libexpat1-dev libqrencode-dev libqpdf-dev librsvg2-bin zlib1g-dev nettle-dev icc-profiles-free \
       fonts-noto-core fonts-noto-mono fonts-khmeros fonts-droid-fallback
NEED_TEST = libcmocka-dev qpdf poppler-utils mupdf-tools clang libclang-rt-dev clang-tidy clang-format cppcheck \
       python3 g++ glpk-utils valgrind

FONTS = NotoSerifKhmer-Regular NotoSerifKhmer-Bold NotoSansKhmer-Regular NotoSansKhmer-Bold \
        NotoSerif-Regular NotoSerif-Bold NotoSerif-Italic NotoSerif-BoldItalic \
        NotoSans-Regular NotoSans-Bold NotoSans-Italic NotoSans-BoldItalic NotoSansMono-Regular NotoSansMono-Bold \
        NotoSansSymbols-Regular NotoSansSymbols2-Regular NotoSansMath-Regular NotoSansThai-Regular NotoSansLao-Regular \
        NotoSansMyanmar-Regular NotoSansTamil-Regular NotoSansDevanagari-Regular DroidSansFallbackFull \
        KhmerOS KhmerOSmuol KhmerOSmuollight KhmerOSbattambang KhmerOSsiemreap KhmerOScontent KhmerOSbokor

.PHONY: FORCE all build lib test unit asan mutants wide hostile fuzz fuzzers lint format bench install uninstall clean help deps \
        deps-test fonts words
all: fonts build
	@$(BUILD)/sastra build -i input -o out; s=$$?; \
	 if [ $$s -le 1 ]; then exit 0; else exit $$s; fi

help:
	@sed -n 's/^## //p' $(firstword $(MAKEFILE_LIST))

## make              set up what is missing, build the program, make out/ from input/
## make test         set up what is missing, run every test
## make build        the program alone: build/sastra
## make lib          libsastra, static and shared, with its pkg-config file: see src/sastra.h
## make wide         100 inputs made by chance, each PDF walked clause by clause (WIDE=… SEED=…)
## make hostile      long inputs, many faults and failing machines: ten minutes and more
## make asan         every test under AddressSanitizer and UndefinedBehaviorSanitizer
## make mutants      plants faults one by one and names those that no test sees (ONLY="NAME …", LAYERS=…)
## make fuzz         the fuzzers, FUZZ_SECONDS each (60)
## make lint         clang-format, clang-tidy, cppcheck, the rooms
## make bench        times, as ratios
## make words        remake the word list (maintainers; on Debian 12)
## make install      to PREFIX (/usr/local); make uninstall takes it away
## make clean        remove build/ and what make made in fonts/ and out/
## DEPS=skip         leave the system's packages alone; what is missing is listed

# -- set-up ---------------------------------------------------------------------------------------------------------
# What of $(1) is missing is installed; with DEPS=skip, or by a user who is not root and has no sudo, it is listed with the
# line that root would type.
define install_missing
	@command -v dpkg-query >/dev/null || exit 0; missing=; for p in $(1); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; done; \
	 [ -n "$$missing" ] || exit 0; \
	 line="apt-get update && apt-get install -y --no-install-recommends$$missing"; \
	 if [ "$$(id -u)" = 0 ]; then s=; else s=sudo; fi; \
	 if [ "$(DEPS)" = skip ]; then \
	  echo "sastra: missing, and left alone (DEPS=skip) / ខ្វះ៖$$missing" >&2; echo "    $$line" >&2; exit 0; fi; \
	 if [ -n "$$s" ] && ! command -v sudo >/dev/null; then \
	  echo "sastra: these packages are missing; root installs them so / ខ្វះកញ្ចប់ទាំងនេះ សូមឲ្យ root ដំឡើង៖" >&2; \
	  echo "    $$line" >&2; exit 1; fi; \
	 echo "sastra: installing from Debian / កំពុងដំឡើង៖$$missing"; \
	 $$s apt-get update -q && \
	 $$s env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing
endef

deps:
	$(call install_missing,$(NEED))

deps-test:
	$(call install_missing,$(NEED) $(NEED_TEST))

# A font that somebody dropped in is never overwritten; fonts/.made says which are copies, so that clean takes no other.
fonts: deps
	@mkdir -p fonts; for f in $(FONTS); do [ -f fonts/$$f.ttf ] || { \
	  p=$$(find /usr/share/fonts/truetype -name $$f.ttf 2>/dev/null | sort | head -n 1); \
	  if [ -n "$$p" ]; then cp "$$p" fonts/$$f.ttf && (cd fonts && sha256sum $$f.ttf >>.made); \
	  else echo "sastra: no font $$f.ttf on this system" >&2; fi; }; done

# -- build ----------------------------------------------------------------------------------------------------------
build: deps
	@$(MAKE) --no-print-directory $(BUILD)/sastra $(BUILD)/sastra.1 $(BUILD)/sastra.bash

$(BUILD)/sastra: $(MAIN) $(INNER)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# Made by the program itself, of the tables that it reads its command line by.
$(BUILD)/sastra.1 $(BUILD)/sastra.bash: $(if $(BUILT),FORCE,$(BUILD)/sastra)
	@$(BUILD)/sastra help $(if $(filter %.1,$@),man,bash) >$@.new && mv $@.new $@

$(INNER): $(OBJ)
	@rm -f $@
	ar rcsD $@ $^

# -- the library: names that do not begin with sastra_ stay inside it ------------------------------------------------
lib: $(LIB)

$(BUILD)/$(SONAME): $(LIBOBJ)
	$(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,$(SONAME) $(if $(SAN),,-Wl$(comma)-z$(comma)defs) -o $@ $^ $(LIBS)

$(BUILD)/libsastra.so: $(BUILD)/$(SONAME)
	ln -sf $(SONAME) $@

$(BUILD)/libsastra.a: $(LIBOBJ)
	@rm -f $@
	ld -r -o $(BUILD)/libsastra.o $^
	objcopy --localize-hidden $(BUILD)/libsastra.o
	ar rcsD $@ $(BUILD)/libsastra.o

$(BUILD)/sastra.pc: FORCE
	@mkdir -p $(@D); printf '%s\n' 'prefix=$(PREFIX)' 'includedir=$${prefix}/include' 'libdir=$${prefix}/lib' '' \
	  'Name: sastra' 'Description: A folder of notes to bilingual (Khmer and English) reports, as PDF' 'Version: $(RELEASE)' \
	  'Requires.private: $(PKGS)' 'Cflags: -I$${includedir}' 'Libs: -L$${libdir} -lsastra' \
	  'Libs.private: $(filter-out $(shell pkg-config --libs $(PKGS) 2>/dev/null),$(LIBS))' >$@.new; \
	 cmp -s $@.new $@ && rm $@.new || mv $@.new $@

# Compiled again only where the version is another.
$(BUILD)/version.h: FORCE
	@mkdir -p $(@D); echo '#define VERSION "$(RELEASE)$(COMMIT:%= (%))"' >$@.new; \
	 cmp -s $@.new $@ && rm $@.new || mv $@.new $@

$(BUILD)/sastra.o: $(BUILD)/version.h
$(BUILD)/sastra.o: override CFLAGS += -I$(BUILD)

# Loaded by the program, not linked to it: by the name that its linker would write down.
library = $(shell readlink -f "$$(pkg-config --variable=libdir $(1) 2>/dev/null)/$(1).so" | sed 's|.*/||; s|\(\.so\.[0-9]*\).*|\1|')
QPDF_LIBRARY := $(call library,libqpdf)
ZIP_LIBRARY := $(call library,libzip)
$(BUILD)/compare/carried/%.o: override CFLAGS += $(LOADED_CFLAGS) -DQPDF_LIBRARY='"$(QPDF_LIBRARY)"'
$(BUILD)/read/office/%.o: override CFLAGS += $(LOADED_CFLAGS) -DZIP_LIBRARY='"$(ZIP_LIBRARY)"'

$(BUILD)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/unit/%: tests/unit/%.c $(INNER)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Wno-conversion -Itests/unit -MMD -MP -MF $@.d $(LDFLAGS) -o $@ $< $(INNER) -lcmocka -lzip $(LIBS)

# As callers of the library are built: with its header and the shared library alone.
API_FLAGS = -g -Wall -Wextra -Werror -pthread -Isrc $(SAN) $(LDFLAGS) -Wl,-rpath,'$$ORIGIN/..'
CXX := $(if $(findstring clang,$(CC)),clang++,g++)
$(BUILD)/api/%: tests/api/%.c src/sastra.h $(BUILD)/libsastra.so
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE $(API_FLAGS) -o $@ $< -L$(BUILD) -lsastra
$(BUILD)/api/%: tests/api/%.cc src/sastra.h $(BUILD)/libsastra.so
	@mkdir -p $(@D)
	$(CXX) -std=c++17 $(API_FLAGS) -o $@ $< -L$(BUILD) -lsastra

FUZZERS := $(patsubst tests/fuzz/%.c,build/fuzz/%,$(wildcard tests/fuzz/*.c))
# The fuzzers as text: what they call changes under them, and `make fuzz` alone would find it late.
$(BUILD)/fuzz/%.read: tests/fuzz/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -fsyntax-only -Werror -MMD -MP -MT $@ -MF $(@:.read=.d) $<
	@touch $@

unit: $(UNIT) $(API) $(FUZZERS:build/fuzz/%=$(BUILD)/fuzz/%.read)

# -- tests ----------------------------------------------------------------------------------------------------------
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
FUZZ_SECONDS ?= 60
# all cores, where no -j was given
PARALLEL = $(if $(filter -j%,$(MAKEFLAGS)),,-j$(shell nproc))

test: deps-test fonts
	@$(MAKE) --no-print-directory $(PARALLEL) $(BUILD)/sastra unit lib
	@tests/run $(BUILD)

asan: deps-test fonts
	@$(MAKE) --no-print-directory $(PARALLEL) BUILD=build/asan CC=clang OPT=-O1 SAN="$(SANITIZE)" build/asan/sastra unit lib
	@FAULTS=60 tests/run build/asan

mutants: deps-test fonts
	@$(MAKE) --no-print-directory $(BUILD)/sastra
	@python3 tests/mutants/mutants.py $(BUILD) $(ONLY)

# WIDE=100 inputs made by chance, from SEED; UDHR, COMMONMARK: see tests/wide/test_wide.py
wide: deps-test fonts
	@$(MAKE) --no-print-directory $(BUILD)/sastra
	@WIDE=$(or $(WIDE),100) tests/run $(BUILD) wide

# what takes too long for `make test`
hostile: deps-test fonts
	@$(MAKE) --no-print-directory $(BUILD)/sastra
	@s=0; for t in tests/hostile/long_*.py tests/hostile/test_faults.py; do echo "$$t"; w=$$(mktemp -d); \
	  FAULTS=80 SASTRA=$(abspath $(BUILD))/sastra BUILD=$(BUILD) WORK=$$w LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 python3 $$t || s=1; \
	  rm -rf $$w; done; exit $$s

fuzz: deps-test fonts
	@$(MAKE) --no-print-directory BUILD=build/fuzz CC=clang OPT=-O1 \
	  SAN="$(SANITIZE) -fsanitize=fuzzer-no-link" fuzzers
	@for f in $(FUZZERS); do n=$$(basename $$f); mkdir -p build/fuzz/corpus/$$n; \
	  echo "fuzz $$n: $(FUZZ_SECONDS) s"; \
	  $$f -entropic=0 -max_len=20000 -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=2048 -verbosity=0 -print_final_stats=0 \
	    -artifact_prefix=build/fuzz/ build/fuzz/corpus/$$n tests/fuzz/seeds/$$n || exit 1; done
	@echo "fuzz: nothing found"

fuzzers: $(FUZZERS)

build/fuzz/%: tests/fuzz/%.c $(INNER)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -fsanitize=fuzzer -o $@ $< $(INNER) -lzip $(LIBS)

LINTED = src/main.c $(SRC)
HEADERS = $(wildcard src/*.h src/*/*.h src/*/*/*.h tests/unit/*.[ch] tests/fuzz/*.c tests/api/*.c)
lint: deps-test $(BUILD)/version.h
	@if clang-format --version | grep -q 'version 14\.'; then \
	  clang-format --dry-run --Werror $(LINTED) $(HEADERS); \
	  else echo "sastra: format is checked with clang-format 14 only"; fi
	python3 tests/rooms.py
	@: one file a run: clang-tidy 14 takes a va_list for unset in the second file it reads
	@echo $(LINTED) | xargs -n 1 -P "$$(nproc)" sh -c \
	  "clang-tidy --quiet --warnings-as-errors='*' \"\$$@\" -- -std=c11 -D_GNU_SOURCE -Isrc -I$(BUILD) $(PKG_CFLAGS) 2>/dev/null" tidy
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability --inline-suppr \
	  --suppress=missingIncludeSystem --suppress=internalAstError -D_GNU_SOURCE -DDIAG\(...\)= -Isrc src

format:
	clang-format -i $(LINTED) $(HEADERS)

bench: build
	@python3 tests/bench/run $(BUILD)

SHARE = $(DESTDIR)$(PREFIX)/share
LIBDIR = $(DESTDIR)$(PREFIX)/lib
# BUILT=1: what stands in BUILD is installed as it is, but for the prefix that sastra.pc tells.
install: $(if $(BUILT),,build fonts)
	@$(MAKE) --no-print-directory $(if $(BUILT),$(BUILD)/sastra.pc,lib) $(BUILD)/sastra.1 $(BUILD)/sastra.bash
	install -D -m 755 $(BUILD)/sastra $(DESTDIR)$(PREFIX)/bin/sastra
	install -D -m 644 $(BUILD)/sastra.1 $(SHARE)/man/man1/sastra.1
	install -D -m 644 $(BUILD)/sastra.bash $(SHARE)/bash-completion/completions/sastra
	install -D -m 644 src/sastra.h $(DESTDIR)$(PREFIX)/include/sastra.h
	install -D -m 644 $(BUILD)/libsastra.a $(LIBDIR)/libsastra.a
	install -m 755 $(BUILD)/$(SONAME) $(LIBDIR)/$(SONAME)
	ln -sf $(SONAME) $(LIBDIR)/libsastra.so
	install -D -m 644 $(BUILD)/sastra.pc $(LIBDIR)/pkgconfig/sastra.pc
	install -d $(SHARE)/sastra/fonts $(SHARE)/doc/sastra
	install -m 644 $(FONTS:%=fonts/%.ttf) $(SHARE)/sastra/fonts
	install -m 644 README.md .readme/NOTICES.md .readme/CHANGES.md $(SHARE)/doc/sastra

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/sastra $(DESTDIR)$(PREFIX)/include/sastra.h $(LIBDIR)/pkgconfig/sastra.pc
	rm -f $(LIBDIR)/libsastra.a $(LIBDIR)/libsastra.so $(LIBDIR)/$(SONAME)
	rm -f $(SHARE)/man/man1/sastra.1 $(SHARE)/bash-completion/completions/sastra
	rm -rf $(SHARE)/sastra $(SHARE)/doc/sastra

-include $(OBJ:.o=.d) $(MAIN:.o=.d) $(UNIT:=.d) $(FUZZERS:build/fuzz/%=$(BUILD)/fuzz/%.d)

# -- the word list (maintainers, Debian 12: see .readme/NOTICES.md) --------------------------------------------
words:
	@rm -rf $(BUILD)/words && mkdir -p $(BUILD)/words/packages
	cd $(BUILD)/words && apt-get download -q libicu72 iso-codes libreoffice-help-km
	cd $(BUILD)/words && for d in *.deb; do dpkg-deb -x $$d packages; done
	python3 src/khmer/make_words.py $(BUILD)/words/packages src/khmer/words-common.txt src/khmer/words.bin

$(BUILD)/khmer/lexicon.o: src/khmer/words.bin

# Only what make made, and only while it is still that: a font or a file that somebody dropped in or changed stays.
clean:
	rm -rf build
	@for d in fonts out; do for list in $$d/.made $$d/.sastra-manifest; do [ -f $$list ] || continue; \
	  (cd $$d && sha256sum -c --quiet $${list#*/} 2>/dev/null | sed -n 's/: FAILED.*$$//p' >.clean-kept; \
	   sed 's/^[0-9a-f]*  //' $${list#*/} | grep -vxF -f .clean-kept | while IFS= read -r f; do \
	    rm -f -- "$$f"; case $$f in */*) rmdir -p -- "$${f%/*}" 2>/dev/null ;; esac; done; \
	   rm -f $${list#*/} .clean-kept); done; done
