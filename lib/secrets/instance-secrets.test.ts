import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseEnv } from "@/lib/env";
import { instanceSecrets } from "./instance-secrets";
import { createKeyring } from "./keyring";

let dataDir = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "signalbox-secrets-"));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const strong = () => randomBytes(32).toString("base64");
const env = (variables: Record<string, string> = {}) => parseEnv({ DATA_DIR: dataDir, ...variables });
const external = { DATABASE_URL: "postgres://db/x" };

test("generates once, readable by the owner alone", () => {
  const first = instanceSecrets(env());
  expect(instanceSecrets(env())).toEqual(first);
  expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(createKeyring(first.encryptionKeys).current.bytes).toHaveLength(32);
});

test("the environment wins", () => {
  const variables = { NEXTAUTH_SECRET: strong(), ENCRYPTION_KEY: strong() };
  expect(instanceSecrets(env(variables))).toEqual({
    session: variables.NEXTAUTH_SECRET,
    encryptionKeys: [variables.ENCRYPTION_KEY],
  });
});

test.each([
  ["both missing", {}, /NEXTAUTH_SECRET and ENCRYPTION_KEY/],
  ["no encryption key", { NEXTAUTH_SECRET: strong() }, /needs ENCRYPTION_KEY/],
  ["no session secret", { ENCRYPTION_KEY: strong() }, /needs NEXTAUTH_SECRET/],
  [
    "a well-known secret",
    { NEXTAUTH_SECRET: "changeme", ENCRYPTION_KEY: strong() },
    /NEXTAUTH_SECRET is shorter/,
  ],
])("production with DATABASE_URL refuses %s", (_, variables, message) => {
  expect(() => instanceSecrets(env({ ...external, ...variables }))).toThrow(message);
});

test("production refuses a weak secret on the embedded database, too", () => {
  expect(() => instanceSecrets(env({ NEXTAUTH_SECRET: "secret" }))).toThrow(/NEXTAUTH_SECRET is shorter/);
});

test("development with DATABASE_URL needs nothing", () => {
  expect(instanceSecrets(env({ ...external, NODE_ENV: "development" })).session).toHaveLength(43);
});

test("says so when the file is damaged instead of replacing it", () => {
  writeFileSync(join(dataDir, "secrets.json"), "{");
  expect(() => instanceSecrets(env())).toThrow(/secrets.json is damaged/);
});
