import fc from "fast-check";
import { expect, test } from "vitest";
import { hideSecrets } from "./hide";

test("no secret of four characters or more is left, in a text or in JSON", () => {
  const secret = fc.string({ minLength: 4 }).filter((text) => !"‹secret TOKEN›".includes(text));
  fc.assert(
    fc.property(secret, fc.constantFrom("", "before "), (text, around) => {
      const secrets = new Map([[text, "TOKEN"]]);
      const plain = `${around}‹${text}›`;
      expect(hideSecrets(plain, secrets)).toBe(`${around}‹‹secret TOKEN››`);
      expect(JSON.parse(hideSecrets(JSON.stringify({ a: `‹${text}›` }), secrets))).toEqual({
        a: "‹‹secret TOKEN››",
      });
    }),
  );
});

test("a secret of a few characters would be found everywhere", () => {
  expect(hideSecrets("a1b2", new Map([["1", "SHORT"]]))).toBe("a1b2");
});
