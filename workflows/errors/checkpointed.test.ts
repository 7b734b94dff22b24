import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError, codeOf, isAppError, recalled } from "./app-error";
import { errorCodes } from "./codes";
import { retryAfterMs } from "./retry-after";
import { isWorthRetrying, longestWaitMs } from "./worth-retrying";

const code = fc.constantFrom(...errorCodes);
const ownCode = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/);

/** What a checkpoint keeps of an error. */
function throughCheckpoint(error: Error): Error {
  return Object.assign(new Error(error.message), { name: error.name });
}

describe("an error that went through a checkpoint", () => {
  it("is the one that it was: its code, the author's own code and its words", () => {
    fc.assert(
      fc.property(
        code,
        fc.option(ownCode, { nil: undefined }),
        fc.string({ unit: "grapheme" }),
        (known, own, message) => {
          const before = new AppError(known, message, own === undefined ? {} : { ownCode: own });
          const after = recalled(throughCheckpoint(before));
          expect(after).toMatchObject({ code: known, message, name: before.name });
          expect(isAppError(after) && codeOf(after)).toBe(own ?? known);
        },
      ),
    );
  });

  it("may be worth another attempt exactly where it was before", () => {
    fc.assert(
      fc.property(code, (known) => {
        const before = new AppError(known, "x");
        expect(isWorthRetrying(recalled(throughCheckpoint(before)))).toBe(isWorthRetrying(before));
      }),
    );
  });

  it.each([
    ["AppError [made_up]"],
    ["AppError"],
    ["AppError [stopped: a b]"],
    ["AppError [stopped"],
    ["xAppError [stopped]"],
    ["TypeError"],
    [""],
  ])("stays as it is where it was none of ours: %j", (name) => {
    const odd = Object.assign(new Error("Odd"), { name });
    expect(recalled(odd)).toBe(odd);
  });

  it.each([undefined, null, "AppError [stopped]", { name: "AppError [stopped]" }, 5])(
    "stays what it is where it is no error at all: %j",
    (odd) => {
      expect(recalled(odd)).toBe(odd);
      expect(isAppError(odd)).toBe(false);
    },
  );

  it("is recalled once: what is known already is not wrapped again", () => {
    const known = new AppError("stopped", "Enough.", { nodeId: "a" });
    expect(recalled(known)).toBe(known);
  });
});

describe("how long the other side asks to be left alone", () => {
  const asking = (retryAfterSeconds: unknown) =>
    new AppError("http_failed", "Busy", { data: { retryAfterSeconds } });

  it.each([
    [0, 0],
    [1.5, 1_500],
    [120, 120_000],
    [-1, undefined],
    ["5", undefined],
    [null, undefined],
    [Number.NaN, undefined],
  ])("%j seconds are %j ms", (seconds, ms) => {
    expect(retryAfterMs(asking(seconds))).toBe(ms);
  });

  it("is waited for as long as a run may hold its place, and no longer", () => {
    expect(isWorthRetrying(asking(longestWaitMs / 1_000))).toBe(true);
    expect(isWorthRetrying(asking(longestWaitMs / 1_000 + 1))).toBe(false);
  });

  it("is nothing for other errors, whatever their data", () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const ms = retryAfterMs(new AppError("http_failed", "Busy", { data }));
        expect(ms === undefined || ms >= 0).toBe(true);
      }),
    );
    expect(retryAfterMs(new Error("Busy"))).toBeUndefined();
    expect(retryAfterMs("Busy")).toBeUndefined();
  });
});
