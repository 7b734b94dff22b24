import fc from "fast-check";
import { expect, test } from "vitest";
import type { FileGateway, NewFile } from "@/workflows/runtime/ports";
import { fakeServices } from "@/workflows/testing/fake-services";
import { recordedFiles } from "./recorded-files.server";
import { Tape } from "./testing/tape";

const place = { scope: "run" as const, runId: "run_1" };
const call = { place, callKey: "keep:1" };
const fileOf = (bytes: Uint8Array, name = "a.bin"): NewFile => ({
  name,
  contentType: "application/octet-stream",
  bytes,
});
const away = () => Promise.reject(new Error("The files were reached."));
const never: FileGateway = { write: away, read: away, list: away, delete: away };

/** Something of each operation, in their order. */
async function use(files: FileGateway, file: NewFile) {
  await files.write(call, file);
  return {
    found: await files.read(place, file.name),
    missing: await files.read(place, "nothing.txt"),
    listed: await files.list(place, { prefix: "a", limit: 5 }),
    deleted: await files.delete({ place, callKey: "keep:2" }, file.name),
  };
}

test("whatever bytes a file holds come back as they were, and no file is touched", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const tape = new Tape();
      const live = await tape.during(() => use(recordedFiles(fakeServices().files), fileOf(bytes)));
      expect(live.found?.bytes).toEqual(bytes);
      const again = await tape.replay().during(() => use(recordedFiles(never), fileOf(bytes)));
      expect(again).toEqual(live);
      expect(again.missing).toBeUndefined();
    }),
  );
});

test("a file of other bytes is another request", async () => {
  const tape = new Tape();
  const write = (files: FileGateway, bytes: number[]) =>
    recordedFiles(files).write(call, fileOf(new Uint8Array(bytes)));
  await tape.during(() => write(fakeServices().files, [1, 2]));
  await expect(tape.replay().during(() => write(never, [1, 3]))).rejects.toMatchObject({
    code: "replay_diverged",
  });
});

test("what is kept of a written file is no second copy of it", async () => {
  const tape = new Tape();
  const file = fileOf(new Uint8Array(10_000).fill(7));
  await tape.during(() => recordedFiles(fakeServices().files).write(call, file));
  expect(tape.calls).toMatchObject([{ kind: "file", target: "write run", result: { ok: null } }]);
  expect(JSON.stringify(tape.kept).length).toBeLessThan(500);
});
