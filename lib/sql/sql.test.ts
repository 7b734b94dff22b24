import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseConnection } from "./connection";
import { sqlError } from "./redact";
import { sqlWorld } from "./testing/sql-world";

describe("a connection", () => {
  it("is read from an address, encrypted and for reading unless it says otherwise", () => {
    expect(parseConnection("postgres://ada:p%40ss@db.example.com/shop")).toEqual({
      kind: "postgres",
      host: "db.example.com",
      port: 5432,
      user: "ada",
      password: "p@ss",
      database: "shop",
      tls: "verify",
      allowPrivate: false,
      mayWrite: false,
    });
    expect(parseConnection("mariadb://root@[::1]:3307/x?tls=off&private=yes&access=write")).toMatchObject({
      kind: "mysql",
      host: "::1",
      port: 3307,
      tls: "off",
      allowPrivate: true,
      mayWrite: true,
    });
    expect(parseConnection("sqlite:a/b.db?access=write")).toEqual({
      kind: "sqlite",
      path: "a/b.db",
      mayWrite: true,
    });
  });

  it.each([
    ["geheim"],
    ["http://ada:geheim@host/x"],
    ["postgres://ada:geheim@host"],
    ["postgres://ada:geheim@host/x?tls=maybe"],
    ["postgres://ada:geheim@host/x?sslmode=off"],
    ["postgres://ada:geheim%zz@host/x"],
    ["sqlite:"],
    ["sqlite://geheim/x"],
  ])("that cannot be used is said so without quoting it: %s", (text) => {
    const parse = () => parseConnection(text);
    expect(parse).toThrow(expect.objectContaining({ code: "invalid_input" }));
    expect(parse).not.toThrow(/geheim/);
  });

  it("is taken out of what a database says", () => {
    const error = sqlError(new Error('password "s3cret" of user "ada" on db.local failed.'), {
      password: "s3cret",
      user: "ada",
      host: "db.local",
    });
    expect(error.message).toBe('The database refused: password "…" of user "…" on … failed.');
  });
});

describe("a SQLite file", () => {
  let folder: string;
  let world: ReturnType<typeof sqlWorld>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "signalbox-sqlite-"));
    mkdirSync(join(folder, "open", "deep"), { recursive: true });
    for (const file of ["open/deep/shop.db", "secret.db"]) {
      const database = new DatabaseSync(join(folder, file));
      database.exec(
        "create table t (id integer primary key, name text); insert into t values (1, 'one'), (2, null)",
      );
      database.close();
    }
    symlinkSync(join(folder, "secret.db"), join(folder, "open", "link.db"));
    writeFileSync(join(folder, "open", "no.db"), "This is no database at all, only some words in a file.");
    world = sqlWorld(
      {
        SHOP: "sqlite:deep/shop.db",
        SHOP_WRITE: "sqlite:deep/shop.db?access=write",
        UP: "sqlite:../secret.db",
        ROUND: "sqlite:deep/%2e%2e/../../secret.db",
        LINK: "sqlite:link.db",
        ABSOLUTE: `sqlite:${join(folder, "secret.db")}`,
        MISSING: "sqlite:missing.db",
        FOLDER: "sqlite:deep",
        BROKEN: "sqlite:no.db",
      },
      { sqliteDir: join(folder, "open") },
    );
  });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true });
  });

  it("is asked with values in placeholders, and gives what JSON can hold", async () => {
    const { rows } = await world.ask("SHOP", "select id, name from t where id = ? or name = ?", [
      2,
      "'; drop table t",
    ]);
    expect(rows).toEqual([{ id: 2, name: null }]);
    const odd = await world.ask(
      "SHOP",
      "select 9007199254740993 as big, x'00ff' as bytes, ? as yes, ? as doc",
      [true, { a: 1 }],
    );
    expect(odd.rows).toEqual([{ big: "9007199254740993", bytes: "AP8=", yes: 1, doc: '{"a":1}' }]);
  });

  it("is changed where node and connection both say so", async () => {
    const insert = (connection: string, write: boolean) =>
      world.ask(connection, "insert into t (name) values (?)", ["new"], { write });
    await expect(insert("SHOP", true)).rejects.toMatchObject({ code: "forbidden" });
    await expect(insert("SHOP_WRITE", false)).rejects.toMatchObject({ code: "sql_failed" });
    expect(await insert("SHOP_WRITE", true)).toEqual({ rows: [], changed: 1 });
    const { rows } = await world.ask("SHOP", "select count(*) as n from t");
    expect(rows).toEqual([{ n: 3 }]);
  });

  it.each(["UP", "ROUND", "LINK", "ABSOLUTE", "MISSING"])(
    "outside the folder is not there: %s",
    async (name) => {
      await expect(world.ask(name, "select * from t")).rejects.toMatchObject({ code: "not_found" });
    },
  );

  it.each([
    ["attach ? as other", [join("/", "tmp", "other.db")]],
    ["vacuum into ?", [join("/", "tmp", "copy.db")]],
    ["pragma journal_mode = delete", []],
    ["select load_extension('x')", []],
    ["select 1; delete from t", []],
  ])("cannot be used to reach further: %s", async (query, values) => {
    for (const [connection, write] of [
      ["SHOP", false],
      ["SHOP_WRITE", true],
    ] as const) {
      await expect(world.ask(connection, query, values, { write })).rejects.toMatchObject({
        code: "sql_failed",
      });
    }
  });

  it("has its bounds, and a query without an end is ended", async () => {
    const endless = "with recursive c(x) as (select 1 union all select x + 1 from c) select";
    const rows = world.ask("SHOP", `${endless} x from c`);
    await expect(rows).rejects.toMatchObject({ code: "too_large", details: { field: "maxRows" } });
    const time = world.ask("SHOP", `${endless} count(*) from c`, [], { timeoutMs: 300 });
    await expect(time).rejects.toMatchObject({ code: "sql_failed", details: { field: "timeoutMs" } });
  });

  it("that is none is said so", async () => {
    for (const name of ["BROKEN", "FOLDER"]) {
      await expect(world.ask(name, "select 1 from t")).rejects.toMatchObject({ code: "sql_failed" });
    }
    const closed = sqlWorld({ SHOP: "sqlite:shop.db" });
    await expect(closed.ask("SHOP", "select 1")).rejects.toMatchObject({ code: "invalid_input" });
    await closed.close();
  });
});
