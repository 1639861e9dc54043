"""zip.py ARCHIVE FOLDER: the folder's files in order, each with the date of SOURCE_DATE_EPOCH."""

import os
import sys
import time
import zipfile

archive, folder = sys.argv[1:]
date = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
base = os.path.dirname(folder)
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
    for root, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = os.path.join(root, name)
            info = zipfile.ZipInfo(os.path.relpath(path, base), date)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            with open(path, "rb") as file:
                out.writestr(info, file.read())
