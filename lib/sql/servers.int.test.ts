import { createConnection } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DatabaseHandle } from "@/lib/db/database";
import { type DatabaseProxy, startDatabaseProxy } from "@/lib/db/testing/database-proxy";
import { createTestDatabase } from "@/lib/db/testing/test-database";
import { sqlWorld } from "./testing/sql-world";

let database: DatabaseHandle & { url: string };
let proxy: DatabaseProxy;
let secrets: Record<string, string>;
let world: ReturnType<typeof sqlWorld>;

/** A MySQL or MariaDB to try on: TEST_MYSQL_URL, or one that lets us in here. */
const mysqlUrl = await reachable(process.env.TEST_MYSQL_URL ?? "mysql://root@127.0.0.1:3306/");
const scratch = `signalbox_test_${process.pid}`;

async function reachable(url: string): Promise<string | undefined> {
  try {
    const connection = await createConnection({ uri: url, connectTimeout: 2_000 });
    await connection.end();
    return url;
  } catch {
    return undefined;
  }
}

async function onMysql(sql: string): Promise<void> {
  const connection = await createConnection({ uri: mysqlUrl ?? "" });
  await connection.query(sql);
  await connection.end();
}

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await startDatabaseProxy(database.url);
  const open = (url: string, options: string) => {
    const with_ = new URL(url);
    with_.search = `?${options}`;
    return with_.href;
  };
  secrets = {
    PG: open(proxy.url, "tls=off&private=yes"),
    PG_WRITE: open(proxy.url, "tls=off&private=yes&access=write"),
    PG_PUBLIC: open(proxy.url, "tls=off"),
    PG_TLS: open(proxy.url, "private=yes"),
  };
  if (mysqlUrl) {
    await onMysql(`create database ${scratch}`);
    const url = new URL(mysqlUrl);
    url.pathname = `/${scratch}`;
    secrets.MY = open(url.href, "tls=off&private=yes");
    secrets.MY_WRITE = open(url.href, "tls=off&private=yes&access=write");
  }
  world = sqlWorld(secrets);
});
afterAll(async () => {
  await world.close();
  await proxy.close();
  await database.close();
  if (mysqlUrl) await onMysql(`drop database ${scratch}`);
});

interface Dialect {
  read: string;
  write: string;
  /** A placeholder, the first or the second. */
  at: (index: number) => string;
  types: string;
  typed: object;
  sleep: string;
  many: string;
}

const evil = "'; drop table t; --";

/** What holds for both servers, in their own words. */
function keepsTheRules({ read, write, at, types, typed, sleep, many }: Dialect) {
  const rows = async (query: string, values: Parameters<typeof world.ask>[2] = []) =>
    (await world.ask(read, query, values)).rows;

  test("reads and writes with values in placeholders, whatever they hold", async () => {
    await world.ask(write, "create table t (id int primary key, name varchar(200))", [], { write: true });
    const insert = `insert into t values (${at(1)}, ${at(2)})`;
    expect(await world.ask(write, insert, [1, evil], { write: true })).toEqual({ rows: [], changed: 1 });
    await world.ask(write, insert, [2, null], { write: true });
    expect(await rows(`select id, name from t where name = ${at(1)}`, [evil])).toEqual([
      { id: 1, name: evil },
    ]);
    expect(await rows(`select id from t where id in (${at(1)}, ${at(2)}) order by id`, [2, 3])).toEqual([
      { id: 2 },
    ]);
    expect(await world.ask(write, "update t set name = 'x'", [], { write: true })).toEqual({
      rows: [],
      changed: 2,
    });
  });

  test("gives values that JSON can hold", async () => {
    expect(await rows(types)).toEqual([typed]);
  });

  test("cannot change anything where it only reads: the database refuses", async () => {
    const before = await rows("select count(*) as n from t");
    for (const query of [
      "insert into t values (9, 'x')",
      "delete from t",
      "drop table t",
      "create table u (a int)",
      "truncate table t",
    ]) {
      await expect(world.ask(read, query)).rejects.toMatchObject({ code: "sql_failed" });
      await expect(world.ask(write, query)).rejects.toMatchObject({ code: "sql_failed" });
    }
    await expect(world.ask(read, "delete from t", [], { write: true })).rejects.toMatchObject({
      code: "forbidden",
      details: { field: "write" },
    });
    expect(await rows("select count(*) as n from t")).toEqual(before);
  });

  test("takes one statement, so that none can end the transaction and begin another", async () => {
    for (const query of ["commit; delete from t", "select 1; select 2", "rollback; drop table t"]) {
      await expect(world.ask(read, query)).rejects.toMatchObject({ code: "sql_failed" });
    }
    expect(await rows("select count(*) as n from t")).toEqual([{ n: 2 }]);
  });

  test("has its bounds: rows, bytes and time, and lets go when the run stops", async () => {
    await expect(world.ask(read, many)).rejects.toMatchObject({
      code: "too_large",
      details: { field: "maxRows" },
    });
    const large = "select repeat('x', 200000) as x";
    await expect(world.ask(read, large)).rejects.toMatchObject({
      code: "too_large",
      details: { field: "maxBytes" },
    });
    const slow = world.ask(read, sleep, [], { timeoutMs: 300 });
    await expect(slow).rejects.toMatchObject({ code: "sql_failed", details: { field: "timeoutMs" } });
    const stop = new AbortController();
    const stopped = world.ask(read, sleep, [], { signal: stop.signal });
    stop.abort(new Error("The run was stopped."));
    await expect(stopped).rejects.toThrow("The run was stopped.");
  });

  test("says what the database said, without what the secret says", async () => {
    const wrong = world.ask(read, "select nothing from nowhere");
    await expect(wrong).rejects.toMatchObject({
      code: "sql_failed",
      message: expect.stringContaining("nowhere"),
    });
    const said = await wrong.catch((error: Error) => error.message);
    expect(said).not.toContain("127.0.0.1");
  });
}

describe("Postgres", () => {
  keepsTheRules({
    read: "PG",
    write: "PG_WRITE",
    at: (index) => `$${index}`,
    types: `select true as yes, 7::int8 as n, 9007199254740993::int8 as big, 1.50::numeric as price, 'a' as word,
      null as none, '{"a": [1]}'::jsonb as doc, array['x','y'] as list, '\\x00ff'::bytea as bytes,
      date '2026-03-05' as day, 'NaN'::float8 as odd, timestamptz '2026-03-05 12:00:00+00' at time zone 'UTC' as at`,
    typed: {
      yes: true,
      n: 7,
      big: "9007199254740993",
      price: "1.50",
      word: "a",
      none: null,
      doc: { a: [1] },
      list: ["x", "y"],
      bytes: "\\x00ff",
      day: "2026-03-05",
      odd: "NaN",
      at: "2026-03-05 12:00:00",
    },
    sleep: "select pg_sleep(20)",
    many: "select * from generate_series(1, 101) as n",
  });

  test("in the private network needs the secret's word for it", async () => {
    await expect(world.ask("PG_PUBLIC", "select 1")).rejects.toMatchObject({ code: "egress_refused" });
  });

  test("is asked over TLS unless the secret says otherwise", async () => {
    await expect(world.ask("PG_TLS", "select 1")).rejects.toMatchObject({
      code: "sql_failed",
      details: { hint: "The connection's option tls is verify, unchecked or off." },
    });
  });

  test("that cannot be reached is a failure that names no secret", async () => {
    const elsewhere = sqlWorld({ GONE: "postgres://ada:geheim@127.0.0.1:1/x?tls=off&private=yes" });
    const asked = elsewhere.ask("GONE", "select 1");
    await expect(asked).rejects.toMatchObject({ code: "http_failed" });
    expect(await asked.catch((error: Error) => error.message)).not.toContain("geheim");
    await elsewhere.close();
  });
});

describe.skipIf(!mysqlUrl)("MySQL or MariaDB, where one is at hand", () => {
  keepsTheRules({
    read: "MY",
    write: "MY_WRITE",
    at: () => "?",
    types: `select 7 as n, 9007199254740993 as big, 1.50 as price, 'a' as word, null as none,
      x'00ff' as bytes, date '2026-03-05' as day, timestamp '2026-03-05 12:00:00' as at`,
    typed: {
      n: 7,
      big: "9007199254740993",
      price: "1.50",
      word: "a",
      none: null,
      bytes: "AP8=",
      day: "2026-03-05",
      at: "2026-03-05 12:00:00",
    },
    sleep: "select sleep(20)",
    many: "with recursive c as (select 1 as n union all select n + 1 from c where n < 101) select n from c",
  });
});
