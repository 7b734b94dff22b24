import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryDataDir } from "../testing/temporary-data-dir";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres";

let folder = "";
beforeEach(() => {
  folder = temporaryDataDir();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the embedded Postgres", () => {
  test("starts, keeps what was committed over a stop, and stops", async () => {
    const first = await startEmbeddedPostgres(folder);
    await query(first, "create table kept as select 42 as answer");
    await first.release();
    expect(existsSync(pidFile(first))).toBe(false);

    const second = await startEmbeddedPostgres(folder);
    expect(await query(second, "select answer from kept")).toEqual([{ answer: 42 }]);
    await second.release();
  });

  test("listens on a socket that only its owner can enter, and on no port", async () => {
    const server = await startEmbeddedPostgres(folder);
    expect(await query(server, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
    const socketFolder = new URL(server.url).searchParams.get("host") ?? "";
    expect(statSync(socketFolder).mode & 0o077).toBe(0);
    await server.release();
  });

  test("puts the socket elsewhere when the path would be too long for one", async () => {
    const deep = join(folder, "a".repeat(60), "b".repeat(60));
    const server = await startEmbeddedPostgres(deep);
    expect(await query(server, "select 1 as one")).toEqual([{ one: 1 }]);
    await server.release();
    rmSync(new URL(server.url).searchParams.get("host") ?? "", { recursive: true });
  });

  test("a second process joins the running server and leaves it running", async () => {
    const first = await startEmbeddedPostgres(folder);
    const pid = postmaster(first);
    const second = await startEmbeddedPostgres(folder);
    await second.release();
    expect(postmaster(first)).toBe(pid);
    expect(await query(first, "select 1 as one")).toEqual([{ one: 1 }]);
    await first.release();
  });

  test("two starts at once end up at one server", async () => {
    const [a, b] = await Promise.all([startEmbeddedPostgres(folder), startEmbeddedPostgres(folder)]);
    expect(a.url).toBe(b.url);
    expect(await query(b, "select 1 as one")).toEqual([{ one: 1 }]);
    await a.release();
    await b.release();
    expect(existsSync(pidFile(a))).toBe(false);
  });

  test("stays up while somebody else is connected", async () => {
    const server = await startEmbeddedPostgres(folder);
    const other = new pg.Client({ connectionString: server.url });
    await other.connect();
    await server.release();
    expect((await other.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
    await other.end();

    const next = await startEmbeddedPostgres(folder);
    await next.release();
    expect(existsSync(pidFile(next))).toBe(false);
  });

  test("starts again after its postmaster was killed, with everything committed", async () => {
    const first = await startEmbeddedPostgres(folder);
    await query(first, "create table kept as select 42 as answer");
    process.kill(postmaster(first), "SIGKILL");

    const second = await startEmbeddedPostgres(folder);
    expect(await query(second, "select answer from kept")).toEqual([{ answer: 42 }]);
    await second.release();
  });
});

async function query(server: EmbeddedPostgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidFile = (server: EmbeddedPostgres) => join(server.folder, "data", "postmaster.pid");
const postmaster = (server: EmbeddedPostgres) => Number(readFileSync(pidFile(server), "utf8").split("\n")[0]);
