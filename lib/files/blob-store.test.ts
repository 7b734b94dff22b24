import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { BlobStore } from "./blob-store";
import { folderStore } from "./folder-store";
import { s3Store } from "./s3-store";
import { startS3Server } from "./testing/s3-server";

const keys = {
  bucket: "files",
  region: "eu-central-1",
  accessKeyId: "AKIA1",
  secretAccessKey: "s3cret/+key",
};
let folder: string;
let server: Awaited<ReturnType<typeof startS3Server>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "signalbox-blobs-"));
  server = await startS3Server(keys);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe.each<[string, () => BlobStore]>([
  ["a folder", () => folderStore(folder)],
  ["a bucket", () => s3Store({ ...keys, endpoint: server.endpoint })],
])("%s", (_, open) => {
  it("gives back the bytes that were put, until they are deleted", async () => {
    const store = open();
    const bytes = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256);
    await store.put("wsp_1/blb_1", bytes);
    await store.put("wsp_1/blb_2", new Uint8Array());
    expect(Uint8Array.from(await store.get("wsp_1/blb_1"))).toEqual(bytes);
    expect((await store.get("wsp_1/blb_2")).byteLength).toBe(0);
    await store.delete("wsp_1/blb_1");
    await store.delete("wsp_1/blb_1");
    await expect(store.get("wsp_1/blb_1")).rejects.toMatchObject({ code: "unavailable" });
  });
});

describe("a folder", () => {
  it("holds no half of a file", async () => {
    await folderStore(folder).put("wsp_2/blb_1", Uint8Array.from([1]));
    expect(readdirSync(join(folder, "wsp_2"))).toEqual(["blb_1"]);
  });
});

describe("a bucket", () => {
  it("tries again where it is told to slow down", async () => {
    const store = s3Store({ ...keys, endpoint: server.endpoint });
    server.failNext(2);
    await store.put("wsp_1/blb_3", Uint8Array.from([1]));
    expect(server.objects.has("/files/wsp_1/blb_3")).toBe(true);
  });

  it("that refuses or cannot be reached says so, without its keys", async () => {
    const wrong = s3Store({ ...keys, secretAccessKey: "other", endpoint: server.endpoint });
    await expect(wrong.put("wsp_1/blb_4", new Uint8Array())).rejects.toMatchObject({
      code: "unavailable",
      message: "A file could not be written to the bucket: it answered 403 SignatureDoesNotMatch.",
    });
    const gone = s3Store({ ...keys, endpoint: "http://127.0.0.1:1" });
    await expect(gone.get("x")).rejects.toMatchObject({ code: "unavailable" });
  });
});
