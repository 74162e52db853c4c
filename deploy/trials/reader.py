"""The reader of documents under libFuzzer: packages of office programs, and texts.

usage: deploy/trial reader [--seconds N] [--only FuzzPackages|FuzzText]

Each target runs for ten minutes unless told otherwise, from the samples as seeds, after a planted fault was found. Status 1 for a find, or for
a planted fault that wasn't.
"""
import argparse, glob, os, shutil, subprocess, sys, tempfile, zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FIXTURES = f"{ROOT}/Tests/AgreementParsingTests/Fixtures"
SCRATCH = ".build-fuzz"
MAIN_PARTS = {"word/document.xml": 0, "content.xml": 1, "xl/worksheets/sheet1.xml": 2}


def build(target):
    subprocess.run(["swift", "build", "-c", "release", "--sanitize=fuzzer", "--scratch-path", SCRATCH, "--product", target], cwd=ROOT, check=True,
                   env={**os.environ, "SAMVERKAN_FUZZ": "yes"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return f"{ROOT}/{SCRATCH}/release/{target}"


def seeds(target, folder):
    os.makedirs(folder)
    if target == "FuzzText":
        for path in glob.glob(f"{FIXTURES}/field/*.txt") + glob.glob(f"{FIXTURES}/sheets/*.csv"):
            shutil.copy(path, folder)
        return
    for number, path in enumerate(glob.glob(f"{FIXTURES}/*/*.docx") + glob.glob(f"{FIXTURES}/*/*.odt") + glob.glob(f"{FIXTURES}/*/*.xlsx")):
        shutil.copy(path, f"{folder}/whole-{number}")
        with zipfile.ZipFile(path) as package:
            for part, kind in MAIN_PARTS.items():
                if part in package.namelist():
                    open(f"{folder}/part-{number}-{kind}", "wb").write(bytes([kind]) + package.read(part))


def run(program, folder, seconds, planted=False):
    environment = {**os.environ, **({"SAMVERKAN_FUZZ_PLANTED": "yes"} if planted else {})}
    # A second for one document is far more than any takes; memory is what the reader's process may have.
    done = subprocess.run([program, f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=1024", "-max_len=300000", "-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={folder}-", folder],
                          env=environment, capture_output=True, text=True, errors="replace")
    runs = [line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed_units" in line]
    return done.returncode, (runs or ["?"])[0], done.stderr


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("--seconds", type=int, default=600)
    arguments.add_argument("--only", choices=["FuzzPackages", "FuzzText"])
    given = arguments.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="samverkan-reader-") as folder:
        for target in [given.only] if given.only else ["FuzzPackages", "FuzzText"]:
            program = build(target)
            seeds(target, f"{folder}/{target}-planted")
            status, _, said = run(program, f"{folder}/{target}-planted", 300, planted=True)
            found = status != 0 and "planted" in said
            print(f"{target}: the planted fault {'was found' if found else 'was NOT found'}", flush=True)
            failed += not found
            seeds(target, f"{folder}/{target}")
            status, runs, said = run(program, f"{folder}/{target}", given.seconds)
            print(f"{target}: {runs} documents in {given.seconds} s, {'no find' if status == 0 else 'FOUND'}", flush=True)
            if status:
                failed += 1
                print("\n".join(said.splitlines()[-40:]))
                for kept in glob.glob(f"{folder}/{target}-*"):
                    if os.path.isfile(kept):
                        shutil.copy(kept, tempfile.gettempdir())
                        print(f"kept as {tempfile.gettempdir()}/{os.path.basename(kept)}")
    sys.exit(1 if failed else 0)


main()
