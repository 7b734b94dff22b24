import { describe, expect, it } from "vitest";
import { AppError, codeOf, isAppError, recalled } from "./app-error";
import { errorCodes } from "./codes";

/** The same class as another bundle would hold it. */
class OtherAppError extends Error {
  readonly brand = "signalbox.AppError";
}

describe("an expected problem", () => {
  it("is an error with a code, a message, details and a cause", () => {
    const cause = new Error("socket");
    const error = new AppError("http_failed", "Down", { field: "url" }, { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({
      name: "AppError [http_failed]",
      code: "http_failed",
      message: "Down",
      details: { field: "url" },
      cause,
    });
    expect(new AppError("internal", "x").details).toEqual({});
  });

  it.each<[string, unknown, boolean]>([
    ["its own", new AppError("internal", "x"), true],
    ["that of another bundle", new OtherAppError("x"), true],
    ["a plain error", new Error("x"), false],
    ["an error of another brand", Object.assign(new Error("x"), { brand: "other" }), false],
    ["plain data with the brand", { brand: "signalbox.AppError", code: "internal", message: "x" }, false],
    ["nothing", undefined, false],
    ["null", null, false],
    ["a text", "signalbox.AppError", false],
  ])("is told from others: %s", (_, value, expected) => {
    expect(isAppError(value)).toBe(expected);
  });

  it.each(errorCodes)("is known again by what a checkpoint keeps of it: %s", (code) => {
    const { name, message } = new AppError(code, "Down", { hint: "Wait." });
    const kept = Object.assign(new Error(message), { name });
    expect(recalled(kept)).toMatchObject({ code, message: "Down" });
    expect(isAppError(recalled(kept))).toBe(true);
  });

  it("keeps the code that an author gave it", () => {
    const { name, message } = new AppError("stopped", "No order.", { ownCode: "order_unknown" });
    const again = recalled(Object.assign(new Error(message), { name }));
    expect(again).toMatchObject({
      code: "stopped",
      message: "No order.",
      details: { ownCode: "order_unknown" },
    });
    expect(isAppError(again) && codeOf(again)).toBe("order_unknown");
    expect(codeOf(new AppError("internal", "x"))).toBe("internal");
  });

  it.each([new TypeError("x"), new AppError("internal", "x"), { name: "AppError [internal]" }, undefined])(
    "leaves alone what is none or was not stored: %o",
    (value) => {
      expect(recalled(value)).toBe(value);
    },
  );

  it("has codes that differ and stay readable", () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
    expect(errorCodes.filter((code) => !/^[a-z]+(_[a-z]+)*$/.test(code))).toEqual([]);
  });
});
