#!/usr/bin/env python3
"""The library: what it shows, and programs in C and C++ that use it; what `make install` puts in place for them."""
import os, re, shutil, subprocess, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

HERE = os.path.dirname(os.path.abspath(__file__))
BUILD = os.path.dirname(SASTRA)
INPUT = os.path.join(ROOT, "tests", "golden", "contract", "input")
SANITIZED = os.sep + "asan" in BUILD

def run(*args, **more): return subprocess.run([str(a) for a in args], capture_output=True, **more)

# -- what it shows and what it needs
def names(*args): return [l.split()[-1].split("@")[0] for l in text(run("nm", *args).stdout).splitlines() if len(l.split()) > 1]

declared = set(re.findall(r"\b(sastra_\w+)\(", re.sub(r"/\*.*?\*/", "", open(os.path.join(ROOT, "src", "sastra.h"), encoding="utf-8").read(), flags=re.S)))
shared = os.path.join(BUILD, "libsastra.so.0")
shown = [n for n in names("-D", "--defined-only", shared) if not (SANITIZED and re.match(r"_*(a|ub)san|__sanitizer|__odr", n))]
check(shown and set(shown) == declared, "the shared library shows what sastra.h declares, and nothing else", set(shown) ^ declared)
if not SANITIZED:
    shown = names("-g", "--defined-only", os.path.join(BUILD, "libsastra.a"))
    check(set(shown) == declared, "the static library too", set(shown) ^ declared)
    needed = set(names("-D", "--undefined-only", shared))
    bad = needed & {"exit", "_exit", "_Exit", "quick_exit", "abort", "__assert_fail", "raise", "printf", "__printf_chk", "puts", "putchar", "perror", "stdout", "stderr",
                    "signal", "sigaction", "setlocale", "chdir", "setenv", "putenv", "srand", "rand", "strtok", "gmtime", "localtime"}
    check("malloc" in needed and not bad, "nothing in it can print, end the process or change what is the process's", bad)
soname = re.search(r"SONAME.*\[(.*)\]", text(run("readelf", "-d", shared).stdout))
check(soname and soname[1] == "libsastra.so.0", "soname", soname)

# -- the header, for every language and compiler
for compiler, options, language in (("gcc", ["-std=c99"], "c"), ("clang", ["-std=c11"], "c"), ("g++", ["-std=c++17"], "c++"), ("g++", ["-std=c++98"], "c++"),
                                    ("clang++", ["-std=c++17"], "c++")):
    r = run(compiler, *options, "-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only", "-x", language, "-",
            input=b'#include "sastra.h"\nint main(void) { struct sastra_options o = SASTRA_OPTIONS; struct sastra *s; return (int)sastra_open(&o, &s); }\n',
            cwd=os.path.join(ROOT, "src"))
    check(r.returncode == 0, f"the header, {compiler} {options[0]}", text(r.stderr))

# -- callers
program = os.path.join(folder("api-program"), "out")
r = build(INPUT, program, "--lang", "en")
check(r.returncode in (0, 1), "the program builds", text(r.stderr))
for name in ("use_c", "use_cc"):
    out = folder("api-" + name)
    r = run(os.path.join(BUILD, "api", name), INPUT, out, os.path.join(program, "report.pdf"), cwd=ROOT)
    lines = text(r.stdout).splitlines()
    for l in lines: print(re.sub(r"^(not ok|ok) ", rf"\1 {name}: ", l))
    check(r.returncode == 0 and lines and all(re.match(r"ok ", l) for l in lines) and not r.stderr, f"{name} ends well, and nothing else is printed", (r.returncode, lines[-3:], text(r.stderr)[-800:]))
    made = os.path.join(out, "one" if name == "use_c" else "cc")
    check(files_of(made) == files_of(program), f"{name}: out/ is the program's, to the byte", [n for n in files_of(program) if files_of(program)[n] != files_of(made).get(n)])

# -- installed
TEN = r'''#include <sastra.h>
#include <stdio.h>
int main(int argc, char **argv)
{
    struct sastra *s;
    struct sastra_options o = SASTRA_OPTIONS;
    o.input = argv[argc - 2], o.output = argv[argc - 1];
    enum sastra_status status = sastra_open(&o, &s);
    if (status <= SASTRA_TOLD) status = sastra_build(s, (const char *const[]){"report"}, 1);
    printf("%d %zu\n", status, sastra_document_count(s)), sastra_close(s);
    return status;
}
'''
to, here = folder("api-dest"), folder("api-here")
e = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS", "BUILD"))}
r = run("make", "--no-print-directory", "install", "BUILT=1", "DEPS=skip", f"BUILD={os.path.relpath(BUILD, ROOT)}", f"DESTDIR={to}", "PREFIX=/usr", cwd=ROOT, env=e)
check(r.returncode == 0, "make install", text(r.stderr)[-800:])
lib = os.path.join(to, "usr", "lib")
write(here, {"ten.c": TEN})
e.update(PKG_CONFIG_PATH=os.path.join(lib, "pkgconfig"), PKG_CONFIG_SYSROOT_DIR=to, PKG_CONFIG_ALLOW_SYSTEM_LIBS="1", PKG_CONFIG_ALLOW_SYSTEM_CFLAGS="1")
def flags(*args): return text(run("pkg-config", *args, "sastra", env=e).stdout).split()
check(flags("--modversion") and sastra("version").stdout.decode().split()[1] == flags("--modversion")[0], "pkg-config knows the version", flags("--modversion"))
san = ["-fsanitize=address,undefined"] if SANITIZED else []
def compile_ten(name, *libs):
    return run("clang" if SANITIZED else "gcc", "-Wall", "-Wextra", "-Werror", *san, "-o", name, "ten.c", *flags("--cflags"), *libs, cwd=here, env=e)
# The installed fonts are found from the library's place: nothing else near this program has any.
def run_ten(name):
    r = run(os.path.join(here, name), INPUT, os.path.join(here, "out-" + name), cwd=here, env=dict(os.environ, LD_LIBRARY_PATH=lib))
    same = files_of(os.path.join(here, "out-" + name)).get("report.pdf") == files_of(program)["report.pdf"]
    return r.returncode in (0, 1) and same and not r.stderr, (r.returncode, text(r.stdout), text(r.stderr)[-400:])
r = compile_ten("shared", *flags("--libs"))
check(r.returncode == 0 and b"libsastra.so.0" in run("readelf", "-d", os.path.join(here, "shared")).stdout, "a program is compiled against what was installed", text(r.stderr)[-800:])
good, why = run_ten("shared")
check(good, "and makes the program's report", why)
os.remove(os.path.join(lib, "libsastra.so"))
r = compile_ten("static", *flags("--static", "--libs"))
check(r.returncode == 0 and b"libsastra" not in run("readelf", "-d", os.path.join(here, "static")).stdout, "a program takes the static library in", text(r.stderr)[-800:])
os.makedirs(os.path.join(here, "fonts"))
for f in os.listdir(os.path.join(to, "usr", "share", "sastra", "fonts")): os.symlink(os.path.join(to, "usr", "share", "sastra", "fonts", f), os.path.join(here, "fonts", f))
good, why = run_ten("static")
check(good, "and makes the same", why)
done()
