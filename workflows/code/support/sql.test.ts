import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "./sql.server";

let folder: string;
let connection: string;
const limits = { maxRows: 3, timeoutMs: 1_000 };
const write = (query: string, ...values: unknown[]) =>
  ask({ ...limits, connection, query, values, write: true });
const read = (query: string, ...values: unknown[]) =>
  ask({ ...limits, connection, query, values, write: false });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "signalbox-sql-"));
  connection = `sqlite:${join(folder, "shop.db")}`;
  await write("create table orders (id integer primary key, state text, paid integer, more text)");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a database that exported code asks", () => {
  it("tells how many rows a change met, and the rows that a question finds", async () => {
    expect(await write("insert into orders (id, state) values (?, ?), (?, ?)", 1, "sent", 2, "new")).toEqual({
      rows: [],
      changed: 2,
    });
    expect(await read("select id, state from orders order by id")).toEqual({
      rows: [
        { id: 1, state: "sent" },
        { id: 2, state: "new" },
      ],
      changed: 0,
    });
    expect(await write("update orders set state = 'sent'")).toEqual({ rows: [], changed: 2 });
  });

  it("takes values of any kind as values, never as words of its language", async () => {
    const odd = "'; drop table orders; --";
    await write("insert into orders (id, state, paid, more) values (?, ?, ?, ?)", 10, odd, true, {
      a: [1, "x"],
    });
    const { rows } = await read("select state, paid, more from orders where state = ?", odd);
    expect(rows).toEqual([{ state: odd, paid: 1, more: '{"a":[1,"x"]}' }]);
    expect((await read("select ? as a, ? as b", null, undefined)).rows).toEqual([{ a: null, b: null }]);
  });

  it.each(["delete from orders", "insert into orders (id) values (99)", "drop table orders"])(
    "changes nothing where it may only read: %s",
    async (query) => {
      const before = await read("select count(*) as n from orders");
      await expect(read(query)).rejects.toThrow(/readonly/);
      expect(await read("select count(*) as n from orders")).toEqual(before);
    },
  );

  it("refuses more rows than are wanted, instead of leaving some out", async () => {
    const many =
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?) select i from n";
    expect((await read(many, 3)).rows).toHaveLength(3);
    await expect(read(many, 4)).rejects.toThrow("more than 3 rows");
  });

  it("says what is wrong with a question", async () => {
    await expect(read("select a from nowhere")).rejects.toThrow(/nowhere/);
    await expect(read("selec 1")).rejects.toThrow(/syntax/);
  });

  it("may stand in memory, for a moment", async () => {
    expect(
      await ask({
        ...limits,
        connection: "sqlite::memory:",
        query: "select 1 as one",
        values: [],
        write: false,
      }),
    ).toEqual({
      rows: [{ one: 1 }],
      changed: 0,
    });
  });
});
