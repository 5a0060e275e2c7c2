#!/usr/bin/env python3
"""What a watch tells documents apart by (src/model/tree_key.c) names each field of the structures that it is made of: one that is left out
would leave the document of before where only that field differs."""
import os, re, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from lib import *

def source(name):
    with open(os.path.join(ROOT, "src", "model", name), encoding="utf-8") as f: return re.sub(r"/\*.*?\*/", "", f.read(), flags=re.S)
# Where a thing was born, and what leads from node to node: the walk follows it.
NOT = {"place", "alt_place", "caption_place", "parent", "last", "next", "first", "root", "notes"}
# By another: .sum is that of the file.
NOT_OF = {"picture": {"file"}}
used = set(re.findall(r"(?:->|\.)(\w+)", source("tree_key.c")))
for header, names in (("tree.h", "column bar chart qr node attachment tree"), ("doc.h", "span picture"), ("print.h", "sheet print")):
    said = source(header)
    for name in names.split():
        body = re.search(r"struct %s \{(.*?)\n\};" % name, said, re.S)[1]
        fields = {f for line in body.split(";") for part in line.split(",") for f in re.findall(r"(\w+)(?:\[\w+\])?\s*$", part)}
        missing = sorted(fields - NOT - NOT_OF.get(name, set()) - used)
        check(len(fields) > 1 and not missing, f"struct {name}: each field is in the key", (sorted(fields), missing))
done()
