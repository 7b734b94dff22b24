import { describe, expect, it } from "vitest";
import { attachmentsIn } from "./attachments";

const png = "data:image/png;base64,aGk=";

describe("what a model is to look at", () => {
  it.each<[string, unknown, object[]]>([
    ["nothing", null, []],
    ["an empty text", "", []],
    ["a data URL", png, [{ kind: "image", mimeType: "image/png", data: "aGk=" }]],
    [
      "a list of both kinds",
      [png, { data: "cGRm", mimeType: "application/pdf", name: "bill.pdf" }],
      [{ kind: "image" }, { kind: "file", mimeType: "application/pdf", data: "cGRm", name: "bill.pdf" }],
    ],
  ])("may be %s", (_, value, found) => {
    expect(attachmentsIn(value, "photo")).toMatchObject(found);
    expect(attachmentsIn(value, "photo")).toHaveLength(found.length);
  });

  it.each<[string, unknown, RegExp]>([
    [
      "a web address",
      "https://example.com/a.png",
      /The channel “photo” holds nothing that a model can look at/,
    ],
    ["another type", "data:video/mp4;base64,aGk=", /of the type video\/mp4, which models are not sent/],
    ["one wrong entry among others", [png, 7], /^Entry 2 of “photo”/],
    ["an object without a type", { data: "aGk=" }, /holds nothing/],
    ["too much", { data: "a".repeat(20_000_001), mimeType: "image/png" }, /too large/],
  ])("is refused: %s", (_, value, message) => {
    expect(() => attachmentsIn(value, "photo")).toThrow(message);
  });
});
