import { expect, it } from "vitest";
import { withoutSecrets } from "./secret-names";

it.each(["password", "apiKey", "api_key", "clientSecret", "access_token", "credentials"])(
  "%s is not kept",
  (name) => {
    expect(withoutSecrets({ [name]: "x", topic: "Owls" })).toEqual({ topic: "Owls" });
  },
);

it("other names are, and secrets inside of objects are not", () => {
  const values = { tokens: 3, passage: "a", order: { id: 1, token: "x" }, list: ["password"] };
  expect(withoutSecrets(values)).toEqual({ ...values, order: { id: 1 } });
});
