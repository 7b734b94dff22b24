import fc from "fast-check";
import { expect, it } from "vitest";
import { BitMatrix } from "./bit-matrix";

const size = fc.integer({ min: 1, max: 100 });
const cell = fc.tuple(fc.nat(99), fc.nat(99));
const step = fc.oneof(
  cell.map((at) => ({ kind: "set" as const, at })),
  cell.map((at) => ({ kind: "join" as const, at })),
);

it("behaves like a table of sets, at every size and across the borders of its words", () => {
  fc.assert(
    fc.property(size, fc.array(step, { maxLength: 60 }), (count, steps) => {
      const matrix = new BitMatrix(count);
      const model = Array.from({ length: count }, () => new Set<number>());
      for (const { kind, at } of steps) {
        const [row, other] = [at[0] % count, at[1] % count];
        if (kind === "set") {
          matrix.set(row, other);
          model[row]?.add(other);
        } else {
          matrix.join(row, other);
          for (const column of model[other] ?? []) model[row]?.add(column);
        }
      }
      const seen = model.map((_, row) =>
        model.flatMap((__, column) => (matrix.get(row, column) ? [column] : [])),
      );
      expect(seen).toEqual(model.map((row) => [...row].sort((one, two) => one - two)));
    }),
  );
});

it("tells the columns that a row misses, meets another table's rows, and turns", () => {
  const cells = fc.array(cell, { maxLength: 60 });
  fc.assert(
    fc.property(size, cells, cells, (count, some, others) => {
      const [one, other] = [new BitMatrix(count), new BitMatrix(count)];
      for (const [row, column] of some) one.set(row % count, column % count);
      for (const [row, column] of others) other.set(row % count, column % count);
      const [row, source] = [0, count - 1];
      const columns = Array.from({ length: count }, (_, column) => column);
      const told: number[] = [];
      one.eachMissing(row, source, other, (column) => told.push(column));
      expect(told).toEqual(
        columns.filter((at) => one.get(source, at) && !one.get(row, at) && !other.get(source, at)),
      );
      expect(one.meets(source, other)).toBe(
        columns.some((at) => one.get(source, at) && other.get(source, at)),
      );
      const turned = one.turned();
      for (const at of columns) for (const to of columns) expect(turned.get(to, at)).toBe(one.get(at, to));
    }),
  );
});

it.each([31, 32, 33, 63, 64, 65])(
  "keeps the last bit of a row of %d apart from the next row's first",
  (count) => {
    const matrix = new BitMatrix(count);
    matrix.set(0, count - 1);
    expect([matrix.get(0, count - 1), matrix.get(1, 0), matrix.get(0, 0)]).toEqual([
      true,
      false,
      count === 1,
    ]);
    matrix.set(1, 0);
    expect([matrix.get(1, 0), matrix.get(0, 0), matrix.get(1, count - 1)]).toEqual([true, false, false]);
  },
);
