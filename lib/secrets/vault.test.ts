import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createKeyring } from "./keyring";
import { createVault } from "./vault";

const oldKey = randomBytes(32).toString("base64");
const newKey = randomBytes(32).toString("hex");
const place = { workspaceId: "ws_1", rowId: "mc_1" };

describe("vault", () => {
  const vault = createVault(createKeyring([oldKey]));

  test("opens what it sealed, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (plain) => vault.open(vault.seal(plain, place), place) === plain,
      ),
    );
  });

  test("never seals the same text to the same value", () => {
    expect(vault.seal("sk-1", place)).not.toBe(vault.seal("sk-1", place));
  });

  test.each([
    ["another workspace", { ...place, workspaceId: "ws_2" }],
    ["another row", { ...place, rowId: "mc_2" }],
    ["parts shifted between the two", { workspaceId: "ws_1mc", rowId: "_1" }],
  ])("does not open in %s", (_, elsewhere) => {
    const sealed = vault.seal("sk-1", place);
    expect(() => vault.open(sealed, elsewhere)).toThrow(/changed or belongs to another place/);
  });

  test.each([0, 1, 2, 3])("does not open with part %i damaged", (index) => {
    const parts = vault.seal("sk-1", place).split(".");
    const damaged = parts.map((part, i) => (i === index ? flipFirst(part) : part)).join(".");
    expect(() => vault.open(damaged, place)).toThrow(/cannot be read/);
  });

  test("does not accept a shortened authentication tag", () => {
    const [key, iv, tag, body] = vault.seal("sk-1", place).split(".");
    const short = Buffer.from(tag ?? "", "base64url")
      .subarray(0, 4)
      .toString("base64url");
    expect(() => vault.open([key, iv, short, body].join("."), place)).toThrow(/cannot be read/);
  });

  test("rotates: a new key in front seals, the old one still opens", () => {
    const sealed = vault.seal("sk-1", place);
    const rotated = createVault(createKeyring([newKey, oldKey]));
    expect(rotated.open(sealed, place)).toBe("sk-1");
    expect(rotated.isStale(sealed)).toBe(true);
    const again = rotated.seal("sk-1", place);
    expect(rotated.isStale(again)).toBe(false);
    expect(() => vault.open(again, place)).toThrow(/key is not configured/);
  });
});

describe("keyring", () => {
  test.each(["short", randomBytes(16).toString("base64"), ""])("refuses %j", (key) => {
    expect(() => createKeyring([key])).toThrow(/32 bytes/);
  });

  test("refuses to be empty", () => {
    expect(() => createKeyring([])).toThrow(/empty/);
  });
});

function flipFirst(text: string): string {
  return (text.startsWith("A") ? "B" : "A") + text.slice(1);
}
