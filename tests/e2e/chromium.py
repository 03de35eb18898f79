"""Chromium from the npm package with its own libraries, and a CJK font from a wheel."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import noto_cjk_sans_otc

ROOT = Path(__file__).resolve().parents[2]
# The flags of the package switch off what a journey has to meet: the same-origin rule (the upload
# goes to another origin) and processes of their own (one crash would end every page). Its graphics
# card in software draws each page twice; the desk's canvases are flat and need none.
UNWANTED = {
    "--disable-web-security",
    "--allow-running-insecure-content",
    "--single-process",
    "--no-zygote",
    "--ignore-gpu-blocklist",
    "--in-process-gpu",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
}
ASK_NODE = (
    "import c from '@sparticuz/chromium';"
    "console.log(JSON.stringify({path: await c.executablePath(), args: c.args}))"
)


def launch_options(folder: Path) -> dict[str, Any]:
    """What Playwright's `launch` takes; unpacks the browser into `folder`.

    Raises RuntimeError naming the cure when the package is not installed.
    """
    # The package unpacks the libraries that a bare machine lacks only where it takes itself to be
    # in the container that they were built for.
    hint = {"TMPDIR": str(folder), "AWS_EXECUTION_ENV": "AWS_Lambda_nodejs22.x"}
    asked = subprocess.run(
        [ROOT / ".venv/bin/node", "--input-type=module", "-e", ASK_NODE],
        cwd=ROOT / "frontend",
        env={**os.environ, **hint},
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode:
        raise RuntimeError(f"没有取得 Chromium，请先运行 make install：{asked.stderr}")
    found: dict[str, Any] = json.loads(asked.stdout)
    fonts = folder / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f"<dir>{Path(noto_cjk_sans_otc.__file__).parent}</dir>"
        f"<cachedir>{folder / 'font-cache'}</cachedir></fontconfig>"
    )
    return {
        "executable_path": found["path"],
        "args": [flag for flag in found["args"] if flag not in UNWANTED and "headless" not in flag]
        + ["--no-sandbox", "--disable-gpu"],
        "env": {
            **os.environ,
            "FONTCONFIG_FILE": str(fonts),
            "LD_LIBRARY_PATH": str(folder / "al2023" / "lib"),
        },
    }
