import { expect, test } from "vitest";
import { authorKey, type FeedbackAuthor } from "./author";

test.each<[author: FeedbackAuthor, key: string]>([
  [{ kind: "member", id: "usr_1" }, "member:usr_1"],
  [{ kind: "visitor", id: "vis_1" }, "visitor:vis_1"],
  [{ kind: "key", id: "key_1" }, "key:key_1"],
  [{ kind: "key", id: "key_1", user: "u-7" }, "key:key_1:u-7"],
  [{ kind: "evaluator", id: "exact match" }, "evaluator:exact match"],
])("%o is %s", (author, key) => {
  expect(authorKey(author)).toBe(key);
});
