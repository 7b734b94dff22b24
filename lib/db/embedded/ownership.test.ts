import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimOwnership, giveUpOwnership } from "./ownership";

let folder = "";
let places = { owner: "" };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "signalbox-owner-"));
  places = { owner: join(folder, "owner") };
});
afterEach(() => rmSync(folder, { recursive: true }));

test("who started the server answers for it, who joins a living owner's doesn't", () => {
  expect(claimOwnership(places, true)).toBe(true);
  expect(claimOwnership(places, false)).toBe(false);
});

test("who finds a dead owner's server answers for it", () => {
  writeFileSync(places.owner, "0");
  expect(claimOwnership(places, false)).toBe(true);
});

test("of two claims made at once only one stops the server", () => {
  expect(claimOwnership(places, false)).toBe(true);
  expect(claimOwnership(places, true)).toBe(true);
  expect([giveUpOwnership(places), giveUpOwnership(places)]).toEqual([true, false]);
});

test("a claim that another process has taken over is not given up", () => {
  claimOwnership(places, false);
  writeFileSync(places.owner, String(process.ppid));
  expect(giveUpOwnership(places)).toBe(false);
});
