import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvCell } from "@/workflows/data/csv-cell";
import type { Json } from "@/workflows/graph/json";
import { readCsv } from "./csv";

const plain = { header: false, delimiter: "comma", typed: false } as const;
const delimiters = { comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe("a table", () => {
  it.each<[string, string, object, Json]>([
    ["lines of Windows", "a,b\r\n1,2\r\n", {}, [{ a: "1", b: "2" }]],
    ["lines of old Macs", "a,b\r1,2", {}, [{ a: "1", b: "2" }]],
    ["a mark before its first column", "\ufeffname\nAda", {}, [{ name: "Ada" }]],
    ["a header alone", "a,b\n", {}, []],
    ["empty cells", "a,b\n,\n", {}, [{ a: "", b: "" }]],
    ["spaces in cells, which may mean something", "a\n x ", {}, [{ a: " x " }]],
    ["columns without a name, the last of which counts", "a,,\n1,2,3", {}, [{ a: "1", "": "3" }]],
    ["names of every object", "constructor,toString\n1,2", {}, [{ constructor: "1", toString: "2" }]],
    ["lines inside quotes", 'a\n"one\r\ntwo"', {}, [{ a: "one\r\ntwo" }]],
    ["quotes around everything", '"a","b"\n"1","2"', { typed: true }, [{ a: 1, b: 2 }]],
  ])("may have %s", (_, text, more, rows) => {
    expect(readCsv(text, { ...plain, header: true, ...more })).toEqual(rows);
  });

  it("keeps the names of its columns as they are written, also where numbers are read", () => {
    expect(readCsv("2026,1.50,true\n7,8,false", { ...plain, header: true, typed: true })).toEqual([
      { 2026: 7, "1.50": 8, true: false },
    ]);
  });

  it("is refused where two columns have one name, because one would be lost", () => {
    expect(() => readCsv("id,name,id\n1,a,2", { ...plain, header: true })).toThrow(
      expect.objectContaining({
        code: "invalid_input",
        message: expect.stringMatching(/names the column “id” twice\. Turn .* off/),
        details: expect.objectContaining({ field: "text" }),
      }),
    );
    expect(readCsv("id,name,id\n1,a,2", plain)).toEqual([
      ["id", "name", "id"],
      ["1", "a", "2"],
    ]);
  });

  it("is refused where a row is longer than the first, by the line that a person sees", () => {
    expect(() => readCsv("a\n1\n2,3", { ...plain, header: true })).toThrow(
      /row 3 has 2 cells, and the first row names 1 columns/,
    );
  });

  it.each(Object.entries(delimiters))("written with a %s is read as it was written", (delimiter, sign) => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "é", '"', ",", ";", "|", "\t", "\n", "0", " ", "👩‍👩‍👧"),
    });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map(quoted).join(sign)).join("\n");
        const settings = { ...plain, delimiter: delimiter as keyof typeof delimiters };
        expect(readCsv(text, settings)).toEqual(rows);
      }),
    );
  });

  it("that the product itself wrote is read back, but for the mark that disarms formulas", () => {
    const row = fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(row, (cells) => {
        const [read] = [readCsv(`${cells.map(csvCell).join(",")}\n`, plain)].flat();
        const armed = cells.map((cell) =>
          typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell),
        );
        expect(read).toEqual(armed);
      }),
    );
  });
});
