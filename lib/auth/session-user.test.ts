import { encode } from "next-auth/jwt";
import { afterEach, expect, test, vi } from "vitest";
import { sessionUserId } from "./session-user";

const settings = { secret: "a secret of a test", secureCookies: false };
const cookieOf = (token: string) => new Headers({ cookie: `other=1; next-auth.session-token=${token}` });
const minute = 60;

afterEach(() => {
  vi.useRealTimers();
});

test("a session that was opened once is known again until it expires", async () => {
  const headers = cookieOf(await encode({ token: { sub: "user" }, secret: settings.secret, maxAge: minute }));
  expect([await sessionUserId(headers, settings), await sessionUserId(headers, settings)]).toEqual([
    "user",
    "user",
  ]);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * minute * 1_000 });
  expect(await sessionUserId(headers, settings)).toBeNull();
});

test("neither another cookie nor another secret is taken for it", async () => {
  const token = await encode({ token: { sub: "user" }, secret: settings.secret, maxAge: minute });
  expect(await sessionUserId(cookieOf(token), settings)).toBe("user");
  expect(await sessionUserId(cookieOf(`${token.slice(0, -4)}AAAA`), settings)).toBeNull();
  expect(await sessionUserId(cookieOf(token), { ...settings, secret: "another" })).toBeNull();
  expect(await sessionUserId(new Headers(), settings)).toBeNull();
});
