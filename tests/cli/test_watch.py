#!/usr/bin/env python3
"""--watch: a file that is saved while a build runs is in the next one."""
import os, signal, subprocess, sys, time
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

base, out = write(folder("watched"), SMALL), os.path.join(FOLDER, "watched-out")
# Slow enough to be caught at it.
write(base, {"summaries/background.en.md": "# Background\n\n" + "A paragraph of many words that is to be set in lines.\n\n" * 800})
p = subprocess.Popen([SASTRA, "build", "-i", base, "-o", out, "--watch", "--lang", "en", "-j", "1"], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

def until(good, seconds):
    end = time.time() + seconds * SLOWER
    while time.time() < end and p.poll() is None:
        if good(): return True
        time.sleep(0.002)
    return False
def reads_no_more():
    """The fonts are opened when all notes have been read."""
    with open(f"/proc/{p.pid}/maps") as f: return ".ttf" in f.read()
def report(): return os.path.join(out, "report.pdf")

try:
    check(until(reads_no_more, 30), "a build is under way")
    p.send_signal(signal.SIGSTOP)
    check(not os.path.exists(report()), "it has not made its report yet")
    write(base, {"sessions/d1s01-opening.en.md": "# Opening\n\nZanzibar is an island.\n"})
    p.send_signal(signal.SIGCONT)
    check(until(lambda: os.path.exists(report()), 60), "the first report is made")
    first = os.stat(report()).st_mtime_ns
    check(until(lambda: os.stat(report()).st_mtime_ns != first, 30) and "Zanzibar" in pdftext(report()), "the next one holds it")
    second = os.stat(report()).st_mtime_ns
    time.sleep(2)
    check(os.stat(report()).st_mtime_ns == second and p.poll() is None, "and then it waits")
    event = os.path.join(base, "event.yml")
    os.rename(event, event + "~")
    time.sleep(2)
    check(os.stat(report()).st_mtime_ns == second and p.poll() is None, "an error leaves the last report, and it waits on")
    os.rename(event + "~", event)
    for i in range(8): # a burst: nothing is built until it is still
        write(base, {"sessions/d1s01-opening.en.md": f"# Opening\n\nBorneo is an island, {i}.\n"})
        time.sleep(0.2)
    check(os.stat(report()).st_mtime_ns == second, "a burst of saves is waited for")
    check(until(lambda: os.stat(report()).st_mtime_ns != second, 60) and "Borneo is an island, 7" in pdftext(report()), "and is one build")
    time.sleep(2)
    p.send_signal(signal.SIGINT)
    try: status = p.wait(20 * SLOWER)
    except subprocess.TimeoutExpired: status = "runs on"
    check(status == 0, "Ctrl-C ends it with the last build's status", status)
finally:
    p.kill()
    p.wait()
done()
