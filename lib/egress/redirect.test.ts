import { describe, expect, it } from "vitest";
import { type Hop, nextHop } from "./redirect";

function hop(method: string, body: string | null = null): Hop {
  return {
    url: new URL("https://a.example/start"),
    method,
    headers: new Headers({
      authorization: "Bearer secret",
      "x-api-key": "secret",
      cookie: "a=b",
      accept: "text/html",
      "content-type": "application/json",
    }),
    body,
  };
}

describe("nextHop", () => {
  it.each([
    [301, "POST", "GET", null],
    [302, "POST", "GET", null],
    [303, "POST", "GET", null],
    [303, "PUT", "GET", null],
    [301, "PUT", "PUT", "x"],
    [307, "POST", "POST", "x"],
    [308, "POST", "POST", "x"],
    [303, "HEAD", "HEAD", "x"],
    [302, "GET", "GET", "x"],
  ])("%i on %s goes on as %s", (status, method, nextMethod, body) => {
    const next = nextHop(hop(method, "x"), status, "/next");
    expect(next).toMatchObject({ method: nextMethod, body });
    expect(next?.url.href).toBe("https://a.example/next");
  });

  it.each([
    [200, "/next"],
    [302, null],
    [304, "/next"],
    [300, "/next"],
  ])("%i with location %s is final", (status, location) => {
    expect(nextHop(hop("GET"), status, location)).toBeNull();
  });

  it("keeps headers on the same origin", () => {
    const next = nextHop(hop("GET"), 302, "/next");
    expect(next?.headers.get("authorization")).toBe("Bearer secret");
  });

  it.each(["https://b.example/", "http://a.example/", "https://a.example:444/", "//b.example/"])(
    "drops every secret on the way to %s",
    (location) => {
      const next = nextHop(hop("POST", "x"), 307, location);
      expect(Object.fromEntries(next?.headers ?? [])).toEqual({
        accept: "text/html",
        "content-type": "application/json",
      });
    },
  );

  it("forgets what described the body when the body is dropped", () => {
    expect(nextHop(hop("POST", "x"), 303, "/next")?.headers.has("content-type")).toBe(false);
  });

  it("refuses a target that is no address", () => {
    expect(() => nextHop(hop("GET"), 302, "http://")).toThrow(
      expect.objectContaining({ code: "http_failed" }),
    );
  });
});
