import { expect, it } from "vitest";
import { keptWords } from "./kept-words";

const none = { calls: 0, hits: 0, savedMicros: 0, unknownSaved: 0, answers: 0, bytes: 0 };

it.each([
  [{ calls: 40, hits: 10, savedMicros: 4_200 }, "10 of 40 calls served (25 %), $0.0042 saved"],
  [{ calls: 1, hits: 0 }, "None of 1 call served yet"],
  [{}, "None of 0 calls served yet"],
  [
    { calls: 3, hits: 1, unknownSaved: 1 },
    "1 of 3 calls served (33 %), $0.00 saved, 1 answer of unknown price",
  ],
])("says how often %j served", (figures, words) => {
  expect(keptWords({ ...none, ...figures }).served).toBe(words);
});

it.each([
  [{ answers: 1, bytes: 20 }, "1 answer kept, 1 kB"],
  [{ answers: 9_000, bytes: 2_340_000 }, "9,000 answers kept, 2.3 MB"],
])("says how much %j is", (figures, words) => {
  expect(keptWords({ ...none, ...figures }).held).toBe(words);
});
