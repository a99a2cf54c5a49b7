from pathlib import Path

from benchmarks.messages.processes import Process, running

PROGRAM = """
import signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: sys.exit(3))
print("up", flush=True)
time.sleep(60)
"""


async def test_a_process_is_watched_and_ended(tmp_path: Path) -> None:
    (tmp_path / "napping.py").write_text(PROGRAM)
    process = Process(["napping"], {"PYTHONPATH": str(tmp_path)}, tmp_path / "log")
    async with running(process):
        assert process.memory > 1
        await process.kill()
        assert process.memory == 0
        await process.start()
    assert process.cpu >= 0
    assert await process.stop() == 0
