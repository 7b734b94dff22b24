import { expect, test } from "vitest";
import { z } from "zod";
import { validate } from "./validate";

const schema = z.strictObject({
  name: z.string().min(1, "Enter a name"),
  tags: z.array(z.strictObject({ id: z.string() })).default([]),
});

test("fills in defaults", () => {
  expect(validate(schema, { name: "a" })).toEqual({ name: "a", tags: [] });
});

test.each([
  ["a bad field", { name: "" }, "name", "name: Enter a name"],
  ["a nested field", { name: "a", tags: [{ id: 1 }] }, "tags.0.id", expect.stringContaining("tags.0.id: ")],
  ["an unknown field", { name: "a", extra: 1 }, "extra", expect.stringContaining("extra: Unrecognized key")],
  ["an unknown nested field", { name: "a", tags: [{ id: "a", x: 1 }] }, "tags.0.x", expect.anything()],
])("names %s", (_, value, field, message) => {
  expect(() => validate(schema, value)).toThrow(
    expect.objectContaining({
      code: "invalid_input",
      message,
      details: expect.objectContaining({ field }),
    }),
  );
});

test("tells all offending fields", () => {
  expect(() => validate(schema, { name: "", tags: 1 })).toThrow(
    expect.objectContaining({
      details: {
        field: "name",
        data: {
          fields: [expect.objectContaining({ field: "name" }), expect.objectContaining({ field: "tags" })],
        },
      },
    }),
  );
});

test("a whole that is wrong has no field", () => {
  expect(() => validate(schema, 1)).toThrow(expect.objectContaining({ code: "invalid_input" }));
});
