import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileValues } from "@/workflows/testing/hostile-values";
import { type Attachment, attachmentsIn, fileTypes, imageTypes } from "./attachments";

const type = fc.constantFrom(...imageTypes, ...fileTypes);
const data = fc
  .uint8Array({ minLength: 1, maxLength: 30 })
  .map((bytes) => Buffer.from(bytes).toString("base64"));
const found = (value: unknown) => attachmentsIn(value, "shown");

describe("what a model is shown", () => {
  it("is the same from an object and from a data URL", () => {
    fc.assert(
      fc.property(type, data, (mimeType, letters) => {
        const [fromUrl] = found(`data:${mimeType};base64,${letters}`);
        const [fromObject] = found({ mimeType, data: letters, name: "file" });
        expect(fromUrl).toEqual(fromObject);
        expect(fromUrl).toMatchObject({
          mimeType,
          data: letters,
          kind: mimeType.startsWith("image/") ? "image" : "file",
        });
      }),
    );
  });

  it("is all of a list, in its order", () => {
    const entry = fc.record({ mimeType: type, data, name: fc.constantFrom("a.png", "b.pdf", "") });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), (entries) => {
        const all: Attachment[] = found(entries);
        expect(all.map(({ mimeType, data: letters, name }) => ({ mimeType, data: letters, name }))).toEqual(
          entries,
        );
      }),
    );
  });

  it.each([[null], [undefined], [""], [[]]])("is nothing for %j", (value) => {
    expect(found(value)).toEqual([]);
  });

  it.each([
    ["data:image/svg+xml;base64,YQ==", /of the type image\/svg\+xml, which models are not sent/],
    ["data:text/html;base64,YQ==", /of the type text\/html/],
    ["data:image/png;base64,", /holds nothing that a model can look at/],
    ["data:image/png,YQ==", /holds nothing/],
    ["https://x.test/a.png", /holds nothing/],
    ["data:image/png;base64,YQ==\n", /holds nothing/],
    [{ mimeType: "image/png" }, /holds nothing/],
    [{ data: "YQ==" }, /holds nothing/],
    [{ data: 1, mimeType: "image/png" }, /holds nothing/],
    [{ data: "YQ==", mimeType: "image/PNG" }, /of the type image\/PNG/],
  ])("is not %j, and why is said at its setting", (value, message) => {
    expect(() => found(value)).toThrow(
      expect.objectContaining({
        code: "invalid_input",
        message: expect.stringMatching(message),
        details: expect.objectContaining({ field: "attachments" }),
      }),
    );
  });

  it.each([
    [["data:image/png;base64,YQ==", "x"], /^Entry 2 of “shown” holds nothing/],
    [[null, null], /^Entry 1 of “shown”/],
    [["x"], /^The channel “shown” holds nothing/],
  ])("of a list says which entry is wrong: %j", (value, message) => {
    expect(() => found(value)).toThrow(message);
  });

  const nothing = ["nothing", "an empty text", "an empty list"];
  it.each(hostileValues.filter(([name]) => !nothing.includes(name)))(
    "is refused in a line: %s",
    (_, value) => {
      expect(() => found(value)).toThrow(/^.{1,160}$/);
    },
  );

  it("is no more than providers take in all", () => {
    const half = { mimeType: "image/png", data: "A".repeat(10_000_004), name: "a.png" };
    expect(found([half])).toHaveLength(1);
    expect(() => found([half, half])).toThrow(/too large: up to 15 MB/);
  });
});
